package ma.balagh.analysis.footage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the index lies in files, beside the database, from which it can always be made anew. */
@ConfigMapping(prefix = "balagh.footage.snapshot")
public interface SnapshotConfig {

    /**
     * A directory that replicas on one node may share; without one all local features are held in memory, and each start
     * reads all footage again.
     */
    Optional<Path> directory();

    /** After so many more media they are written to it; sooner where they have many local features. */
    @WithDefault("500")
    int media();
}
