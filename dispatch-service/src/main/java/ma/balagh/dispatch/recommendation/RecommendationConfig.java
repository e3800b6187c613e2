package ma.balagh.dispatch.recommendation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What counts against a unit, beside the time that it needs. */
@ConfigMapping(prefix = "balagh.recommendation")
public interface RecommendationConfig {

    /** From this age on a position is called stale. */
    @WithDefault("PT2M")
    Duration staleAfter();

    /** From this age on a position says nothing any more of where a unit is. */
    @WithDefault("PT30M")
    Duration unknownAfter();

    /**
     * How much a stale position counts against a unit: this share of the time by which it is older than
     * {@link #staleAfter()} is added to the estimate, because meanwhile the unit may have moved away.
     */
    @WithDefault("0.5")
    double stalePenalty();

    /** A crew smaller than this counts against a unit where the incident is grave. */
    @WithDefault("2")
    int smallestCrew();
}
