package ma.balagh.analysis.known;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When known footage is set aside, and what a search for it may take. */
@ConfigMapping(prefix = "balagh.known")
public interface KnownConfig {

    /** The time in which matches are counted against a flood. */
    @WithDefault("P1D")
    Duration floodWindow();

    /** An entry that matches fewer media than this within the window is never set aside. */
    @WithDefault("50")
    int floodMedia();

    /** An entry that matches at least this share of what was examined within the window, 0 to 1, is set aside. */
    @WithDefault("0.2")
    double floodShare();

    /** The largest medium that is searched for. */
    @WithDefault("256M")
    MemorySize searchMaxSize();

    /** How long a medium may take to arrive, and as long again to be read and compared. */
    @WithDefault("PT2M")
    Duration searchTimeLimit();

    /** Media that are compared at the same time on this replica, of each caller one. */
    @WithDefault("2")
    int searches();

    /** How long a medium that has arrived waits for its turn, before the caller is asked to come again. */
    @WithDefault("PT30S")
    Duration searchWait();

    /** Media that one caller may have here at the same time, arriving, waiting or being compared. */
    @WithDefault("4")
    int searchesPerCaller();

    /** Media that all callers may have here: each may take {@link #searchMaxSize} of the scratch directory. */
    @WithDefault("16")
    int searchBodies();

    /** When somebody is asked to come again. */
    @WithDefault("PT10S")
    Duration searchRetry();
}
