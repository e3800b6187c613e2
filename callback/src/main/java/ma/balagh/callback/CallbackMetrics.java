package ma.balagh.callback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.callback.CallbackRepository.Backlog;
import ma.balagh.callback.signature.WebhookSecretService;

/** Counts what waits and what fails, for the metrics, removes secrets that have expired and gives up what is too old. */
@ApplicationScoped
class CallbackMetrics {

    private final CallbackService callbacks;
    private final WebhookSecretService secrets;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, null, 0);

    CallbackMetrics(CallbackService callbacks, WebhookSecretService secrets, Clock clock, MeterRegistry meters) {
        this.callbacks = callbacks;
        this.secrets = secrets;
        this.clock = clock;
        Gauge.builder("balagh.callbacks.pending", this, metrics -> metrics.backlog.pending())
                .description("Messages that partners have not taken yet")
                .register(meters);
        Gauge.builder("balagh.callbacks.pending.oldest", this, CallbackMetrics::oldestAge)
                .description("Age of the oldest message that a partner has not taken yet")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.callbacks.failing", this, metrics -> metrics.backlog.failing())
                .description("Callbacks at which something was sent in vain and waits")
                .register(meters);
    }

    @Scheduled(every = "${balagh.callback.count-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void count() {
        secrets.deleteExpired(clock.instant());
        callbacks.deleteWhatNobodyTakes();
        callbacks.giveUpOld();
        backlog = callbacks.backlog();
    }

    private double oldestAge() {
        Instant oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
