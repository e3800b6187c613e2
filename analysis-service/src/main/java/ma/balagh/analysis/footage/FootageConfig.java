package ma.balagh.analysis.footage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When two media are said to show the same. */
@ConfigMapping(prefix = "balagh.footage")
public interface FootageConfig {

    /**
     * Frames at most this many bits apart show the same, where several agree; 31 is PDQ's published threshold for single
     * pictures, unrelated ones were never nearer than 72, 63 is the most that is possible.
     */
    @WithDefault("48")
    int distance();

    /** Frames with less quality are too plain to be compared; 50 is PDQ's published threshold. */
    @WithDefault("50")
    int quality();

    /** By how much the time offsets of frames that agree may differ. */
    @WithDefault("PT0.3S")
    Duration agreement();

    /** How long agreement may be interrupted within one span. */
    @WithDefault("PT2S")
    Duration gap();

    /** Whether media that whole pictures do not explain are compared by local features, too. */
    @WithDefault("true")
    boolean closeLook();
}
