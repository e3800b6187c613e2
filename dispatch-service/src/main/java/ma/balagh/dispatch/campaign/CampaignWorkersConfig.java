package ma.balagh.dispatch.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.campaign-run.*}: how replicas share the publication of months. */
@ConfigMapping(prefix = "balagh.campaign-run")
public interface CampaignWorkersConfig extends TaskWorkersConfig {

    /** How often it is looked whether the task is due. */
    @Override
    @WithDefault("PT1M")
    Duration poll();
}
