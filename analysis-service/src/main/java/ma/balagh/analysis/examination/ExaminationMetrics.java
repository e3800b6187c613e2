package ma.balagh.analysis.examination;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The laboratory's queue: {@code balagh_examinations} by state, {@code balagh_examinations_retried} (those of them that
 * failed before) and {@code balagh_examinations_oldest_age_seconds}. Every replica says the same, so take the maximum.
 */
@ApplicationScoped
class ExaminationMetrics {

    private record Queue(
            long queued,
            long running,
            long retried,
            @Nullable Instant oldest) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Queue queue = new Queue(0, 0, 0, null);

    ExaminationMetrics(Jdbi jdbi, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        Gauge.builder("balagh.examinations", this, metrics -> metrics.queue.queued())
                .tag("state", ExaminationState.QUEUED.name())
                .description("Examinations that have not ended")
                .register(meters);
        Gauge.builder("balagh.examinations", this, metrics -> metrics.queue.running())
                .tag("state", ExaminationState.RUNNING.name())
                .description("Examinations that have not ended")
                .register(meters);
        Gauge.builder("balagh.examinations.retried", this, metrics -> metrics.queue.retried())
                .description("Examinations that have not ended and failed or lost their worker before")
                .register(meters);
        Gauge.builder("balagh.examinations.oldest.age", this, ExaminationMetrics::oldestAge)
                .description("How long the oldest examination has waited for a worker; 0 when none does")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Counts now and then, so that scraping costs the database nothing. */
    @Scheduled(
            identity = "examination-metrics",
            every = "${balagh.queue.metrics-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        queue = jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state = 'RUNNING') as running,
                               count(*) filter (where failures > 0 or lost_leases > 0) as retried,
                               min(queued_at) filter (where state = 'QUEUED') as oldest
                        from examination where state in ('QUEUED', 'RUNNING')
                        """)
                .map(row -> new Queue(
                        row.getColumn("queued", Long.class),
                        row.getColumn("running", Long.class),
                        row.getColumn("retried", Long.class),
                        row.getColumn("oldest", Instant.class)))
                .one());
    }

    private double oldestAge() {
        var oldest = queue.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
