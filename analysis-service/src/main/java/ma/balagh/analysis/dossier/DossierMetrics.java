package ma.balagh.analysis.dossier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many dossiers wait for a person, and for how long the oldest has: {@code balagh_dossiers} and
 * {@code balagh_dossier_oldest_age_seconds}, by state. Every replica says the same, so take the maximum.
 */
@ApplicationScoped
class DossierMetrics {

    /** What was last counted for one state. */
    private record Level(AtomicLong count, AtomicLong oldestSeconds) {

        static Level registeredFor(DossierState state, MeterRegistry meters) {
            Level level = new Level(new AtomicLong(), new AtomicLong());
            Tags tags = Tags.of("state", state.name());
            meters.gauge("balagh.dossiers", tags, level.count);
            meters.gauge("balagh.dossier.oldest.age.seconds", tags, level.oldestSeconds);
            return level;
        }

        void show(long waiting, Duration age) {
            count.set(waiting);
            oldestSeconds.set(age.toSeconds());
        }
    }

    private final DossierRepository dossiers;
    private final Clock clock;
    private final Map<DossierState, Level> levels = new EnumMap<>(DossierState.class);

    DossierMetrics(DossierRepository dossiers, Clock clock, MeterRegistry meters) {
        this.dossiers = dossiers;
        this.clock = clock;
        levels.put(DossierState.OPEN, Level.registeredFor(DossierState.OPEN, meters));
        levels.put(DossierState.PROPOSED, Level.registeredFor(DossierState.PROPOSED, meters));
    }

    @Scheduled(
            identity = "dossier-metrics",
            every = "${balagh.dossier.metrics-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        levels.forEach((state, level) -> {
            Optional<DossierRepository.Backlog> backlog = dossiers.backlog(state);
            level.show(
                    backlog.map(DossierRepository.Backlog::count).orElse(0L),
                    backlog.map(waiting -> Duration.between(waiting.oldest(), clock.instant()))
                            .orElse(Duration.ZERO));
        });
    }
}
