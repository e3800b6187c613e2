package ma.balagh.intake.source.poll;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.source.poll.*}: how replicas share the polls. */
@ConfigMapping(prefix = "balagh.source.poll")
public interface PollWorkersConfig extends TaskWorkersConfig {

    /** So many sources are polled at once by one replica; 0 leaves them to other replicas. */
    @Override
    @WithName("at-once")
    @WithDefault("8")
    int workers();

    /** How often each replica looks for sources that are due when nothing was notified. */
    @Override
    @WithName("tick")
    @WithDefault("1s")
    Duration poll();

    /** The pause after the first failure; it doubles with each further one. */
    @Override
    @WithName("first-retry")
    @WithDefault("30s")
    Duration retry();

    /** The longest pause between two attempts at a source that fails: it is tried for ever. */
    @Override
    @WithDefault("1h")
    Duration longestRetry();
}
