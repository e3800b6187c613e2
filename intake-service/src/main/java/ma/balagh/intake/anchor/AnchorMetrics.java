package ma.balagh.intake.anchor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.intake.anchor.AnchorRepository.Backlog;
import org.jspecify.annotations.Nullable;

/**
 * Counts what no anchor covers outside the compartment and which anchors lack a stamp, so that somebody is alarmed when
 * either ages.
 */
@ApplicationScoped
class AnchorMetrics {

    private final AnchorRepository repository;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, null, 0, null);

    AnchorMetrics(AnchorRepository repository, Clock clock, MeterRegistry meters) {
        this.repository = repository;
        this.clock = clock;
        Gauge.builder("balagh.custody.unanchored", this, metrics -> metrics.backlog.entries())
                .description("Custody entries that no anchor covers")
                .register(meters);
        Gauge.builder("balagh.custody.unanchored.oldest", this, metrics -> metrics.age(metrics.backlog.oldestEntry()))
                .description("Age of the oldest custody entry that no anchor covers")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.custody.anchor.age", this, metrics -> metrics.age(metrics.backlog.lastAnchor()))
                .description("Age of the newest anchor")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.custody.anchors.incomplete", this, metrics -> metrics.backlog.incomplete())
                .description("Anchors without a time stamp or without a copy outside the database")
                .register(meters);
    }

    @Scheduled(every = "{balagh.custody.watch-interval}")
    @RunOnVirtualThread
    @Transactional
    void count() {
        backlog = repository.backlog();
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
