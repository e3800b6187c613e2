package ma.balagh.dispatch.blackspot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.time.ZoneId;

/** {@code balagh.black-spot.*}: what black spots are computed with. */
@ConfigMapping(prefix = "balagh.black-spot")
public interface BlackSpotConfig {

    /** The resolution of the cells of H3: 9 has cells of a tenth of a square kilometre, 200 m from centre to corner. */
    @WithDefault("9")
    int resolution();

    /** Where hours and days are counted. */
    @WithDefault("Africa/Casablanca")
    ZoneId timeZone();

    /** How many permutations significance comes from. */
    @WithDefault("9999")
    int permutations();

    /** What permutations start from, so that the same incidents give the same map. */
    @WithDefault("20160711")
    long seed();

    /** The rate of false discoveries among all cells of a map; half of it for each of the two ways to find a cell. */
    @WithDefault("0.05")
    double discoveryRate();

    /** With fewer incidents in the last year than these, a map says that they are too few. */
    @WithDefault("50")
    int smallestYear();

    /** With fewer incidents in the months that are held back, nothing is said of how good a forecast is. */
    @WithDefault("10")
    int smallestHeldBack();

    /** A cell with fewer incidents in the last year is no black spot. */
    @WithDefault("3")
    int smallestSpot();

    /** At most this share of all cells is named. */
    @WithDefault("0.02")
    double largestShare();

    /** At most so many cells are named, whatever the area. */
    @WithDefault("50")
    int mostSpots();

    /** Periods of 30 days that are held back from learning to compare with what happened. */
    @WithDefault("6")
    int heldBack();

    /** Incidents that are older are not learned from. */
    @WithDefault("P5Y")
    Period horizon();

    /** Metres within which incidents are a cluster, near repeats, and add to the density. */
    @WithDefault("250")
    double reach();

    /** Days within which an incident after another one near it is a near repeat. */
    @WithDefault("14")
    double repeatDays();

    /** How long earlier maps are kept: the public's map looks back thirteen months and {@code public-black-spot.delay}. */
    @WithDefault("P500D")
    Period retention();
}
