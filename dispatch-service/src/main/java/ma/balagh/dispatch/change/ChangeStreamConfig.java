package ma.balagh.dispatch.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of the stream that desks follow. */
@ConfigMapping(prefix = "balagh.changes")
public interface ChangeStreamConfig {

    /** How often a replica looks for changes, once for all of its followers, and only while it has any. */
    @WithDefault("200ms")
    Duration poll();

    /** How often followers are told where units are that moved. */
    @WithDefault("1s")
    Duration positions();

    /** How long a stream may be silent: a connection that nothing comes over may have been cut without a word. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long changes are kept for followers that come back; later ones have to read everything anew. */
    @WithDefault("1h")
    Duration kept();

    /** How often older ones are erased. */
    @WithDefault("1m")
    Duration erasure();

    /** The most followers of one replica; what is beyond is refused with 503. */
    @WithDefault("500")
    int mostFollowers();
}
