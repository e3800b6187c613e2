package ma.balagh.intake.receipt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts the reports without an answer, so that somebody is alarmed when they age: nothing published is lost. */
@ApplicationScoped
class UnansweredReports {

    private record Standing(int count, @Nullable Instant oldest) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Standing standing = new Standing(0, null);

    UnansweredReports(Jdbi jdbi, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        Gauge.builder("balagh.reports.unanswered", this, reports -> reports.standing.count())
                .description("Reports without an answer")
                .register(meters);
        Gauge.builder("balagh.reports.unanswered.oldest", this, UnansweredReports::oldestAge)
                .description("Age of the oldest report without an answer")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "{balagh.reports.unanswered-interval}")
    @RunOnVirtualThread
    void count() {
        standing = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) as count, min(received_at) as oldest from report where status <> 'ANSWERED'")
                .map((row, context) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Standing(row.getInt("count"), oldest == null ? null : oldest.toInstant());
                })
                .one());
    }

    private double oldestAge() {
        Instant oldest = standing.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
