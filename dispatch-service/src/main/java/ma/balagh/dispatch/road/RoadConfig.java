package ma.balagh.dispatch.road;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Locale;
import java.util.Map;

/** What travel times are estimated with. */
@ConfigMapping(prefix = "balagh.road")
public interface RoadConfig {

    /** How much longer the way by road is than as the crow flies. Cities: 1.2 to 1.4. */
    @WithDefault("1.35")
    double detourFactor();

    /** Speed in km/h of a kind of unit in city traffic with priority, by the kind in lower case. */
    Map<String, Double> speed();

    /** Speed in km/h of a kind that has none of its own. */
    @WithDefault("30")
    double defaultSpeed();

    /** Metres per second of that kind along the straight line with its detour. */
    default double speedOf(String kind) {
        return speed().getOrDefault(kind.toLowerCase(Locale.ROOT), defaultSpeed()) / 3.6;
    }
}
