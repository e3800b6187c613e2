package ma.balagh.analysis.examination;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import ma.balagh.analysis.examination.ExaminationRepository.Backlog;

/**
 * The laboratory's queue: {@code balagh_examinations} by state, {@code balagh_examinations_retried} (those of them that
 * failed before) and {@code balagh_examinations_oldest_age_seconds}. Every replica says the same, so take the maximum.
 */
@ApplicationScoped
class ExaminationMetrics {

    private final ExaminationRepository repository;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, 0, 0, null);

    ExaminationMetrics(ExaminationRepository repository, Clock clock, MeterRegistry meters) {
        this.repository = repository;
        this.clock = clock;
        Gauge.builder("balagh.examinations", this, metrics -> metrics.backlog.queued())
                .tag("state", ExaminationState.QUEUED.name())
                .description("Examinations that have not ended")
                .register(meters);
        Gauge.builder("balagh.examinations", this, metrics -> metrics.backlog.running())
                .tag("state", ExaminationState.RUNNING.name())
                .description("Examinations that have not ended")
                .register(meters);
        Gauge.builder("balagh.examinations.retried", this, metrics -> metrics.backlog.retried())
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
        backlog = repository.backlog();
    }

    private double oldestAge() {
        var oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
