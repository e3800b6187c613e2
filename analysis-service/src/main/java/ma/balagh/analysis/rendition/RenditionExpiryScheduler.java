package ma.balagh.analysis.rendition;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import ma.balagh.analysis.examination.PicturesErased;

/**
 * Deletes the bytes of renditions of erased evidence and of those unused for long, and counts the rest:
 * balagh_rendition_bytes and balagh_rendition_waiting. Every replica reports the same, so take the maximum.
 */
@ApplicationScoped
class RenditionExpiryScheduler {

    private final RenditionRepository repository;
    private final RenditionConfig config;
    private final Clock clock;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    RenditionExpiryScheduler(
            RenditionRepository repository, RenditionConfig config, Clock clock, MeterRegistry meters) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
        meters.gauge("balagh.rendition.bytes", bytes);
        meters.gauge("balagh.rendition.waiting", waiting);
    }

    @Scheduled(
            identity = "rendition-expiry",
            every = "${balagh.rendition.sweep-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        repository.expire(clock.instant().minus(config.keep()));
        bytes.set(repository.keptBytes());
        waiting.set(repository.countWaiting());
    }

    /** Of evidence that is erased, nothing is made any more, and of what was made only the record stays. */
    void erase(@Observes PicturesErased erased) {
        repository.erase(erased.evidenceId(), RenditionQueue.ERASED, clock.instant());
    }
}
