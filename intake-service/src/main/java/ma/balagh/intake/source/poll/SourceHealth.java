package ma.balagh.intake.source.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Counts the sources that fail or are not polled in time, so that somebody is alarmed. */
@ApplicationScoped
class SourceHealth {

    private record Standing(int watched, int failing, double longestFailure, double longestOverdue) {}

    private final Jdbi jdbi;
    private volatile Standing standing = new Standing(0, 0, 0, 0);

    SourceHealth(Jdbi jdbi, MeterRegistry meters) {
        this.jdbi = jdbi;
        Gauge.builder("balagh.sources.watched", this, health -> health.standing.watched())
                .description("Sources that are switched on")
                .register(meters);
        Gauge.builder("balagh.sources.failing", this, health -> health.standing.failing())
                .description("Sources that fail at present")
                .register(meters);
        Gauge.builder("balagh.sources.failing.longest", this, health -> health.standing.longestFailure())
                .description("How long the source fails that fails for longest")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.sources.overdue.longest", this, health -> health.standing.longestOverdue())
                .description("How long the source waits for its poll that waits for longest")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(identity = "source-health", every = "{balagh.sources.health-interval}")
    @RunOnVirtualThread
    void count() {
        standing = jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as watched,
                               count(failing_since) as failing,
                               coalesce(max(extract(epoch from now() - failing_since)), 0) as longest_failure,
                               coalesce(greatest(max(extract(epoch from now() - next_attempt_at))
                                   filter (where lease_until is null or lease_until < now()), 0), 0) as longest_overdue
                        from source where enabled and removed_at is null
                        """)
                .map((row, context) -> new Standing(
                        row.getInt("watched"),
                        row.getInt("failing"),
                        row.getDouble("longest_failure"),
                        row.getDouble("longest_overdue")))
                .one());
    }
}
