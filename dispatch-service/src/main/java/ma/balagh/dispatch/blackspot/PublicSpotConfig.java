package ma.balagh.dispatch.blackspot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** {@code balagh.public-black-spot.*}: what the public is shown of black spots. */
@ConfigMapping(prefix = "balagh.public-black-spot")
public interface PublicSpotConfig {

    /** The resolution of the cells of H3 that are shown: 7 has cells of five square kilometres. */
    @WithDefault("7")
    int resolution();

    /** The map that is shown is at least this old at the beginning of each month, when it changes. */
    @WithDefault("P30D")
    Period delay();

    /** A large cell with fewer incidents is not shown; it comes onto the map with twice as many. 5 at least. */
    @WithDefault("5")
    int smallest();

    /** For how long caches may keep it. */
    @WithDefault("PT10M")
    Duration cacheFor();
}
