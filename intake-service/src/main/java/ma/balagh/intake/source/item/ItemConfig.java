package ma.balagh.intake.source.item;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** {@code balagh.item.*}: what becomes of what sources publish. */
@ConfigMapping(prefix = "balagh.item")
public interface ItemConfig {

    /** The share of the items that are set aside, 0 to 1, that officers look at to see what the score misses. */
    @WithDefault("0.02")
    double sampled();

    /** The zone in which publishers say "yesterday evening". */
    @WithDefault("Africa/Casablanca")
    ZoneId zone();
}
