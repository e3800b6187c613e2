package ma.balagh.intake.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** {@code balagh.evidence.*}: where and how evidence is kept. */
@ConfigMapping(prefix = "balagh.evidence")
public interface EvidenceConfig {

    /** What evidence can be kept in. */
    enum Store {
        /** The directory. */
        FILE,
        /** A bucket of an object store that speaks S3: {@code balagh.evidence.s3.*}. */
        S3
    }

    /** What evidence is kept in. */
    @WithDefault("file")
    Store store();

    /**
     * The directory that media come in through and, where it is the store, stay in. It and everything in it belong to
     * intake alone.
     */
    Path directory();

    /** Whether nothing is taken in, and not even a folder for it made: for a process that only looks. */
    @WithDefault("false")
    boolean readOnly();

    /** The largest medium that is taken in. */
    @WithDefault("4G")
    MemorySize maxSize();

    /** Room that an upload must leave on the store's file system. */
    @WithDefault("256M")
    MemorySize keepFree();

    /** How often bytes of evidence that was erased are looked for that are still there. */
    @WithDefault("10m")
    Duration eraseInterval();

    /** After that time a store that refused to let bytes go is asked again. */
    @WithDefault("24h")
    Duration refusalPause();

    /** After that time a file that nobody touched is hashed again before parts of it are shown. */
    @WithDefault("24h")
    Duration trust();
}
