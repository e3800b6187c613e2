package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Whether the bucket has object lock, so that objects cannot be deleted before their time. Asked once, and again until
 * the store has answered.
 */
@ApplicationScoped
class ObjectLockCheck {

    /** How a new object is locked. */
    record Retention(ObjectLockMode mode, Instant until) {}

    private static final Logger LOG = Logger.getLogger(ObjectLockCheck.class);
    // Not found, or an invalid request: the bucket was made without. Not allowed, not implemented: the store knows
    // none.
    private static final Set<Integer> WITHOUT = Set.of(400, 404, 405, 501);

    private final BucketClient access;
    private final S3Config config;
    private final Clock clock;
    private volatile @Nullable Boolean locked;

    ObjectLockCheck(BucketClient access, S3Config config, Clock clock) {
        this.access = access;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What a new object is to carry; empty where the bucket decides, or has no lock.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when the store does not answer
     * @throws IllegalStateException when there has to be a lock and is none
     */
    Optional<Retention> retention() {
        if (!isLocked()) {
            return Optional.empty();
        }
        return config.lockMode()
                .map(mode -> new Retention(mode.header(), clock.instant().plus(config.lockFor())));
    }

    /** For whoever runs the store. */
    String description() {
        if (!isLocked()) {
            return "none";
        }
        return config.lockMode()
                .map(mode -> mode + " for " + config.lockFor().toDays() + " days")
                .orElse("as the bucket says");
    }

    private boolean isLocked() {
        Boolean known = locked;
        if (known == null) {
            known = ask();
            locked = known;
            if (known) {
                LOG.infof("objects in the bucket %s are locked", access.bucket());
            } else {
                LOG.warnf(
                        "the bucket %s has no object lock: whoever has its keys can delete evidence", access.bucket());
            }
        }
        if (!known && config.lockRequired()) {
            throw new IllegalStateException(
                    "the bucket has no object lock, which balagh.evidence.s3.lock-required asks" + " for");
        }
        return known;
    }

    private boolean ask() {
        // A missing bucket is a 404, too, and says nothing of its lock.
        access.check();
        try {
            var answer = access.client().getObjectLockConfiguration(request -> request.bucket(access.bucket()));
            return answer.objectLockConfiguration() != null
                    && answer.objectLockConfiguration().objectLockEnabled() == ObjectLockEnabled.ENABLED;
        } catch (S3Exception e) {
            if (WITHOUT.contains(e.statusCode())) {
                return false;
            }
            throw e;
        }
    }
}
