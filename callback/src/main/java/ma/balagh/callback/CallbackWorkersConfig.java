package ma.balagh.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.callback.*}: how replicas share the sending of messages. */
@ConfigMapping(prefix = "balagh.callback")
public interface CallbackWorkersConfig extends TaskWorkersConfig {

    /** How many messages a replica sends at once, to all partners together; 0 leaves them to other replicas. */
    @Override
    @WithName("concurrent")
    @WithDefault("32")
    int workers();

    /** How often what waits is looked for. */
    @Override
    @WithName("interval")
    @WithDefault("1s")
    Duration poll();

    /** How long a partner's server may take to answer. */
    @WithDefault("30s")
    Duration time();

    /** How long is waited after a first failure; each further one doubles it. */
    @Override
    @WithName("first-wait")
    @WithDefault("5s")
    Duration retry();

    /** The longest wait between two attempts. */
    @Override
    @WithName("longest-wait")
    @WithDefault("1h")
    Duration longestRetry();
}
