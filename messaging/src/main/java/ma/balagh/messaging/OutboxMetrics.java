package ma.balagh.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import ma.balagh.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of the outbox: {@code balagh.outbox.unsent} (events), {@code balagh.outbox.age} (seconds since the oldest of
 * them was published; grows while the relay is stuck) and {@code balagh.outbox.sent} (total). Replicas that do not
 * relay show zero: alert on the maximum.
 */
@Singleton
final class OutboxMetrics {

    private final Clock clock;
    private final Counter sent;
    private volatile long unsent;
    private volatile @Nullable Instant oldest;

    OutboxMetrics(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        this.sent = Counter.builder("balagh.outbox.sent")
                .description("Events that the broker acknowledged")
                .register(metrics);
        Gauge.builder("balagh.outbox.unsent", this, lag -> lag.unsent)
                .description("Events that wait in the outbox")
                .register(metrics);
        Gauge.builder("balagh.outbox.age", this, OutboxMetrics::ageSeconds)
                .description("Age of the oldest event that waits in the outbox")
                .baseUnit("seconds")
                .register(metrics);
    }

    void waiting(long count, Instant oldestSince) {
        unsent = count;
        oldest = oldestSince;
    }

    /** But for what tells of misconduct: readers of metrics are not internal affairs. */
    void sent(Collection<OutboxEvent> events) {
        sent.increment(events.stream()
                .filter(event -> !Topic.isOfCompartment(event.topic()))
                .count());
    }

    void nothingWaits() {
        unsent = 0;
        oldest = null;
    }

    private double ageSeconds() {
        var since = oldest;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
