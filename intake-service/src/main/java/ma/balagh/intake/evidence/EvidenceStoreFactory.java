package ma.balagh.intake.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

/** Makes the configured store; the other one is never made. */
@ApplicationScoped
class EvidenceStoreFactory {

    private final EvidenceConfig config;
    private final DirectoryStore directory;
    private final BucketStore bucket;

    EvidenceStoreFactory(EvidenceConfig config, DirectoryStore directory, BucketStore bucket) {
        this.config = config;
        this.directory = directory;
        this.bucket = bucket;
    }

    void logStatus(@Observes StartupEvent start) {
        if (config.store() == EvidenceConfig.Store.S3) {
            bucket.logStatus();
        }
    }

    @Produces
    @ApplicationScoped
    EvidenceStore store() {
        return switch (config.store()) {
            case FILE -> directory;
            case S3 -> bucket;
        };
    }
}
