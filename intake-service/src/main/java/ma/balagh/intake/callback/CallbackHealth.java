package ma.balagh.intake.callback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import ma.balagh.intake.webhook.WebhookSecretService;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts what waits and what fails, for the metrics, and removes secrets that have expired. */
@ApplicationScoped
class CallbackHealth {

    private record Standing(int pending, @Nullable Instant oldest, int failing) {}

    private final Jdbi jdbi;
    private final WebhookSecretService secrets;
    private final Clock clock;
    private volatile Standing standing = new Standing(0, null, 0);

    CallbackHealth(Jdbi jdbi, WebhookSecretService secrets, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.secrets = secrets;
        this.clock = clock;
        Gauge.builder("balagh.callbacks.pending", this, health -> health.standing.pending())
                .description("Messages that partners have not taken yet")
                .register(meters);
        Gauge.builder("balagh.callbacks.pending.oldest", this, CallbackHealth::oldestAge)
                .description("Age of the oldest message that a partner has not taken yet")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.callbacks.failing", this, health -> health.standing.failing())
                .description("Callbacks at which something was sent in vain and waits")
                .register(meters);
    }

    @Scheduled(every = "${balagh.callback.count-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void count() {
        secrets.deleteExpired(clock.instant());
        // A message may have been written while its callback ended.
        jdbi.useHandle(handle -> handle.execute("""
                delete from callback_delivery using callback
                where callback.id = callback_delivery.callback_id and callback.state = 'GONE'
                """));
        standing = jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as pending, min(created_at) as oldest,
                               count(distinct callback_id) filter (where first_failed_at is not null) as failing
                        from callback_delivery
                        """)
                .map((row, context) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Standing(
                            row.getInt("pending"), oldest == null ? null : oldest.toInstant(), row.getInt("failing"));
                })
                .one());
    }

    private double oldestAge() {
        Instant oldest = standing.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
