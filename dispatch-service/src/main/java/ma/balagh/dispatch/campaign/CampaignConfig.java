package ma.balagh.dispatch.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;

/** {@code balagh.campaign.*}: which figures the public is shown, and when. */
@ConfigMapping(prefix = "balagh.campaign")
public interface CampaignConfig {

    /** Where months begin and end. */
    @WithDefault("Africa/Casablanca")
    ZoneId timeZone();

    /** How long after its end a month is published: late events have come by then. It is never changed afterwards. */
    @WithDefault("P10D")
    Period delay();

    /** How much one report may change what is published, as differential privacy measures it: smaller is more noise. */
    @WithDefault("0.5")
    double epsilon();

    /** With fewer samples no median is published. */
    @WithDefault("20")
    int smallestMedian();

    /** With fewer samples no 95th percentile is published: five of a hundred take longer. */
    @WithDefault("100")
    int smallestTail();

    /** How often it is looked whether a month is due. */
    @WithDefault("PT6H")
    Duration interval();

    /** How often it is read, for the metric, since when a month is due. */
    @WithDefault("PT5M")
    Duration metricsInterval();

    /** For how long caches may keep figures. */
    @WithDefault("PT10M")
    Duration cacheFor();
}
