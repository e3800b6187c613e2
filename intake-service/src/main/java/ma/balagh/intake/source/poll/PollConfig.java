package ma.balagh.intake.source.poll;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.source.poll.*}: how sources are polled. */
@ConfigMapping(prefix = "balagh.source.poll")
public interface PollConfig {

    /** No source is polled more often than that, whatever it has to tell. */
    @WithDefault("10s")
    Duration shortestPause();

    /** The pause between two requests to one host. */
    @WithDefault("1s")
    Duration hostPause();

    /** A server's word on how long its answer stays fresh counts up to that long. */
    @WithDefault("1h")
    Duration longestFreshness();

    /** A server's word on how long to stay away counts up to that long. */
    @WithDefault("1d")
    Duration longestAbsence();

    /** The pause after the first failure; it doubles with each further one. */
    @WithDefault("30s")
    Duration firstRetry();

    /** The longest pause between two attempts at a source that fails: it is tried for ever. */
    @WithDefault("1h")
    Duration longestRetry();

    /** How long one request may take. */
    @WithDefault("2m")
    Duration wholeTime();

    /** The largest document that is read. */
    @WithDefault("16M")
    MemorySize maxSize();

    /** So many pages of a timeline are read in one poll. */
    @WithDefault("25")
    int pages();
}
