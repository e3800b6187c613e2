package ma.balagh.intake.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.source.*}: what an officer may ask of a source. */
@ConfigMapping(prefix = "balagh.source")
public interface SourceConfig {

    /** The shortest interval at which a source may be polled. */
    @WithDefault("5s")
    Duration shortestInterval();

    /** The longest interval at which a source may be polled. */
    @WithDefault("1d")
    Duration longestInterval();

    /** The interval of a source for which none is given. */
    @WithDefault("5m")
    Duration usualInterval();
}
