package ma.balagh.intake.upload;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Ends uploads, and deletes their files. The caller holds the upload's lock. */
@ApplicationScoped
class UploadEndingService {

    private static final Logger LOG = Logger.getLogger(UploadEndingService.class);

    private final UploadRepository repository;
    private final UploadFileStore files;
    private final RunningDigestCache digests;
    private final MeterRegistry meters;
    private final Clock clock;

    UploadEndingService(
            UploadRepository repository,
            UploadFileStore files,
            RunningDigestCache digests,
            MeterRegistry meters,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.digests = digests;
        this.meters = meters;
        this.clock = clock;
    }

    void end(UUID id, UploadStatus status) {
        repository.end(id, status, clock.instant());
        clear(id, status);
    }

    /** The row says already how it ended. */
    void clear(UUID id, UploadStatus status) {
        meters.counter("balagh.uploads.ended", "how", status.name().toLowerCase(Locale.ROOT))
                .increment();
        digests.forget(id);
        remove(id);
    }

    /** What a crash left of one that had ended. */
    void remove(UUID id) {
        try {
            files.delete(id);
        } catch (IOException e) {
            LOG.warnf(e, "the file of an upload cannot be removed, the next sweep tries again: uploadId=%s", id);
        }
    }
}
