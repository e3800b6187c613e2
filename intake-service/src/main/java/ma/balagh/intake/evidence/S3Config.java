package ma.balagh.intake.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/** {@code balagh.evidence.s3.*}: the bucket that evidence is kept in when the store is {@code s3}. */
@ConfigMapping(prefix = "balagh.evidence.s3")
public interface S3Config {

    /** How hard it is to end an object's retention before its time. */
    enum LockMode {
        /** By those with a special permission. */
        GOVERNANCE,
        /** By nobody. */
        COMPLIANCE;

        ObjectLockMode header() {
            return ObjectLockMode.fromValue(name());
        }
    }

    /** The bucket. It belongs to intake alone. */
    Optional<String> bucket();

    /** Where the object store answers; Amazon's address of the region without it. */
    Optional<URI> endpoint();

    /** Where readers who are redirected reach the store, when that is another address than intake's own. */
    Optional<URI> publicEndpoint();

    /** The region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** Whether the bucket stands in the path of an address rather than in its host name. */
    @WithDefault("false")
    boolean pathStyle();

    /** The key that requests are signed with; without it, what the environment or the machine's role offers. */
    Optional<String> accessKeyId();

    /** The secret of that key. */
    Optional<String> secretAccessKey();

    /** How long a connection may take. */
    @WithDefault("2s")
    Duration connectTime();

    /** How long the store may be silent within a request. */
    @WithDefault("30s")
    Duration answerTime();

    /** How long the store may take to say that it is there. */
    @WithDefault("2s")
    Duration checkTime();

    /** How often a request is made before the store counts as away. */
    @WithDefault("3")
    int attempts();

    /** A larger medium is sent in parts of that size; S3 wants 5 MB at least. */
    @WithDefault("64M")
    MemorySize partSize();

    /** How new objects are locked, where the bucket has object lock; the bucket's own rule without it. */
    Optional<LockMode> lockMode();

    /** How long new objects are locked for. */
    @WithDefault("3650d")
    Duration lockFor();

    /** Whether nothing is kept in a bucket without object lock. */
    @WithDefault("false")
    boolean lockRequired();

    /** Whether readers are redirected to the store rather than given the bytes through intake. */
    @WithDefault("false")
    boolean presigned();

    /** How long such a redirect can be followed. */
    @WithDefault("60s")
    Duration presignedFor();
}
