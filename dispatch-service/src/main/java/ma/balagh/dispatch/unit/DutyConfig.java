package ma.balagh.dispatch.unit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long units may work, and how long they rest. */
@ConfigMapping(prefix = "balagh.unit.duty")
public interface DutyConfig {

    /** A unit that has been on duty for longer says so, and is not proposed. */
    @WithDefault("PT12H")
    Duration longest();

    /**
     * The rest between two duties (Directive 2003/88/EC, article 3: eleven hours in each day). Whoever comes back earlier
     * goes on with the same duty.
     */
    @WithDefault("PT11H")
    Duration leastRest();

    /** A longer shift is a mistake in typing. */
    @WithDefault("PT24H")
    Duration longestShift();
}
