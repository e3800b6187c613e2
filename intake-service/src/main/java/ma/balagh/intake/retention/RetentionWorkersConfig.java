package ma.balagh.intake.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.retention.*}: how replicas share the runs that erase. */
@ConfigMapping(prefix = "balagh.retention")
public interface RetentionWorkersConfig extends TaskWorkersConfig {

    /** How often runs that were ordered are looked for. */
    @Override
    @WithDefault("1s")
    Duration poll();

    /** A run over which so many replicas died or failed is given up; the next one takes what it left. */
    @Override
    @WithDefault("5")
    int lostLeases();
}
