package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Columns.nullableInstant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What an operator watches: how many incidents are not over, and how long the oldest waits for a unit. */
@ApplicationScoped
class IncidentMetrics {

    private record Backlog(long open, @Nullable Instant oldestUnassigned) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final AtomicReference<Backlog> backlog = new AtomicReference<>(new Backlog(0, null));

    IncidentMetrics(Jdbi jdbi, Clock clock, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.clock = clock;
        Gauge.builder("balagh.incidents.open", backlog, latest -> latest.get().open())
                .description("incidents that have no outcome yet")
                .register(registry);
        Gauge.builder("balagh.incidents.oldest.unassigned.age", this, IncidentMetrics::oldestUnassignedSeconds)
                .description("how long the oldest incident waits for a unit; 0 when none does")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Reads the figures now and then, so that scraping costs the database nothing. */
    @Scheduled(every = "${balagh.incident.metrics-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        backlog.set(jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as open, min(opened_at) filter (where state = 'OPEN') as oldest
                        from incident where state not in ('RESOLVED', 'REFERRED', 'CANCELLED')
                        """)
                .map((row, context) -> new Backlog(row.getLong("open"), nullableInstant(row, "oldest")))
                .one()));
    }

    private double oldestUnassignedSeconds() {
        var oldest = backlog.get().oldestUnassigned();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
