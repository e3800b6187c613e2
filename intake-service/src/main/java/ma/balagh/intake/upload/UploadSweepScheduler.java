package ma.balagh.intake.upload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sweeps uploads at the start and at intervals: secures complete ones, ends expired ones, and removes what ended ones
 * left. Replicas may do it at once.
 */
@ApplicationScoped
class UploadSweepScheduler {

    private static final Logger LOG = Logger.getLogger(UploadSweepScheduler.class);
    private static final int BATCH = 500;

    private final UploadService uploads;
    private final UploadRepository repository;
    private final UploadFileStore files;
    private final UploadConfig config;
    private final Clock clock;
    private volatile int unsecured;

    UploadSweepScheduler(
            UploadService uploads,
            UploadRepository repository,
            UploadFileStore files,
            UploadConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.uploads = uploads;
        this.repository = repository;
        this.files = files;
        this.config = config;
        this.clock = clock;
        Gauge.builder("balagh.uploads.unsecured", this, sweep -> sweep.unsecured)
                .description("Uploads of which all bytes are there and that cannot be secured; alarm when it stays")
                .register(meters);
    }

    @Scheduled(every = "{balagh.upload.sweep-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() throws IOException {
        Instant now = clock.instant();
        repository.unsecured(BATCH).forEach(this::settle);
        unsecured = repository.unsecured(BATCH).size();
        repository.expired(now, BATCH).forEach(this::settle);
        leftovers().forEach(this::settle);
        repository.forget(now.minus(config.memory()));
    }

    private Set<UUID> leftovers() throws IOException {
        List<UUID> all = files.all();
        var leftovers = new HashSet<>(all);
        if (!all.isEmpty()) {
            leftovers.removeAll(repository.open(all));
        }
        return leftovers;
    }

    private void settle(UUID id) {
        try {
            uploads.settle(id);
        } catch (RuntimeException e) {
            // The others must not wait for it; the next sweep tries again.
            LOG.errorf(e, "an upload cannot be settled: uploadId=%s", id);
        }
    }
}
