package ma.balagh.analysis.footage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the index is kept for the next start, beside the database, from which it can always be made anew. */
@ConfigMapping(prefix = "balagh.footage.snapshot")
public interface SnapshotConfig {

    /** A directory of this process alone; without one nothing is kept, and each start reads all footage again. */
    Optional<Path> directory();

    /** After so many more media it is written anew. */
    @WithDefault("500")
    int media();
}
