package ma.balagh.dispatch.blackspot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.black-spot-map.*}: how replicas share the computation of maps. */
@ConfigMapping(prefix = "balagh.black-spot-map")
public interface BlackSpotWorkersConfig extends TaskWorkersConfig {

    /** How often maps that are due are looked for. */
    @Override
    @WithDefault("PT30S")
    Duration poll();
}
