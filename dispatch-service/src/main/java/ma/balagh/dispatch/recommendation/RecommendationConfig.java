package ma.balagh.dispatch.recommendation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What the estimate of a unit's time is reckoned with. */
@ConfigMapping(prefix = "balagh.recommendation")
public interface RecommendationConfig {

    /** How much longer the way by road is than as the crow flies. Cities: 1.2 to 1.4. */
    @WithDefault("1.35")
    double detourFactor();

    /** Speed in km/h of a kind of unit in city traffic with priority, by the kind in lower case. */
    Map<String, Double> speed();

    /** Speed in km/h of a kind that has none of its own. */
    @WithDefault("30")
    double defaultSpeed();

    /** From this age on a position is called stale. */
    @WithDefault("PT5M")
    Duration staleAfter();

    /**
     * How much a stale position counts against a unit: this share of the time by which it is older than
     * {@link #staleAfter()} is added to the estimate, because meanwhile the unit may have moved away.
     */
    @WithDefault("0.5")
    double stalePenalty();

    /** A crew smaller than this counts against a unit where the incident is grave. */
    @WithDefault("2")
    int smallestCrew();

    /** Metres per second of that kind. */
    default double speedOf(String kind) {
        return speed().getOrDefault(kind.toLowerCase(Locale.ROOT), defaultSpeed()) / 3.6;
    }
}
