package ma.balagh.intake.source.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.intake.source.poll.PollRepository.Backlog;

/** Counts the sources that fail or are not polled in time, so that somebody is alarmed. */
@ApplicationScoped
class SourceMetrics {

    private final PollRepository repository;
    private volatile Backlog backlog = new Backlog(0, 0, 0, 0);

    SourceMetrics(PollRepository repository, MeterRegistry meters) {
        this.repository = repository;
        Gauge.builder("balagh.sources.watched", this, metrics -> metrics.backlog.watched())
                .description("Sources that are switched on")
                .register(meters);
        Gauge.builder("balagh.sources.failing", this, metrics -> metrics.backlog.failing())
                .description("Sources that fail at present")
                .register(meters);
        Gauge.builder("balagh.sources.failing.longest", this, metrics -> metrics.backlog.longestFailure())
                .description("How long the source fails that fails for longest")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.sources.overdue.longest", this, metrics -> metrics.backlog.longestOverdue())
                .description("How long the source waits for its poll that waits for longest")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(identity = "source-health", every = "{balagh.sources.health-interval}")
    @RunOnVirtualThread
    @Transactional
    void count() {
        backlog = repository.count();
    }
}
