package ma.balagh.dispatch.joint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What proposals for several incidents at once are made with. */
@ConfigMapping(prefix = "balagh.joint")
public interface JointConfig {

    /** Within this time a unit is to be there; coverage is the share of incidents for which one would be. */
    @WithDefault("PT8M")
    Duration target();

    /** This many idle units of each territory stay where they are. */
    @WithDefault("1")
    int reserve();

    /** Incidents of this priority (1 to 5) and of later ones wait rather than take the last units. */
    @WithDefault("4")
    int reserveHeldFrom();

    /** The share of time for which a unit on duty is busy, between 0 and 1. */
    @WithDefault("0.4")
    double busyShare();

    /** For how long a unit that is sent is away. */
    @WithDefault("PT45M")
    Duration away();

    /**
     * How much later a unit may come to an ordinary incident so that one more incident is reached in time elsewhere;
     * nothing weighs response times alone.
     */
    @WithDefault("PT30M")
    Duration coveragePrice();

    /** Where incidents are expected is learnt from those of this period before now. */
    @WithDefault("P28D")
    Duration demandPeriod();

    /** With fewer incidents than these in that period nothing is said of coverage. */
    @WithDefault("50")
    int smallestDemand();

    /** A unit moves up only where it covers at least this share of incidents in addition. */
    @WithDefault("0.02")
    double smallestGain();

    /** A unit moves up only where it is there within this time. */
    @WithDefault("PT20M")
    Duration farthestMove();
}
