package ma.balagh.dispatch.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From what is estimated when an engaged unit will be free. */
@ConfigMapping(prefix = "balagh.engagement")
interface EngagementConfig {

    /** Assignments that ended within this time count. */
    @WithDefault("P30D")
    Duration period();

    /** From fewer of them than this that lasted so long nothing is estimated. */
    @WithDefault("5")
    int leastSamples();

    /** At most so many assignments count, the last ones. */
    @WithDefault("5000")
    int mostSamples();

    /** For so long an estimate is made from the same assignments. */
    @WithDefault("PT1M")
    Duration refreshAfter();
}
