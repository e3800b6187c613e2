package ma.balagh.dispatch.patrol;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.patrol-run.*}: how replicas share the computation and repair of plans. */
@ConfigMapping(prefix = "balagh.patrol-run")
public interface PatrolWorkersConfig extends TaskWorkersConfig {

    /** A repair does not wait for a plan that is computed. */
    @Override
    @WithDefault("2")
    int workers();

    /** How often plans that are due are looked for; with the time of a repair it makes up how long units wait for it. */
    @Override
    @WithDefault("PT0.25S")
    Duration poll();
}
