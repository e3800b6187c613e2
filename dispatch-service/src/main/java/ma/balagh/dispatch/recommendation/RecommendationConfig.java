package ma.balagh.dispatch.recommendation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What counts against a unit, beside the time that it needs; and how many units an answer has. */
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

    /**
     * So many units are timed: those that can be sent, were seen lately and are the nearest along the straight line. It is
     * more than are answered, since the first to be there are not always the nearest.
     */
    @WithDefault("100")
    int mostConsidered();

    /**
     * So many are timed where others could be there sooner than some of those that are answered: if they were seen just now,
     * were of the fastest kind, and the quickest road led straight from them to the incident.
     */
    @WithDefault("300")
    int mostTimed();

    /** So many units that can be sent are answered, those first that are there first. */
    @WithDefault("30")
    int mostReady();

    /** So many busy units are answered, of those that are the nearest. */
    @WithDefault("20")
    int mostBusy();

    /**
     * Of each kind, of each skill, of each territory that helps out and for each open role, so many considered units that
     * can be sent are answered even beyond {@link #mostReady()}: a run card may ask for them.
     */
    @WithDefault("3")
    int leastAlike();

    /**
     * A unit that the run card asks for is proposed, or sent, before one that is there sooner but not what is asked for,
     * unless that takes longer by more than this.
     */
    @WithDefault("PT10M")
    Duration longestDelayToFit();

    /** How many seconds a position of that age adds to an estimate. */
    default double allowance(Duration age) {
        return Math.max(0, age.minus(staleAfter()).toSeconds()) * stalePenalty();
    }
}
