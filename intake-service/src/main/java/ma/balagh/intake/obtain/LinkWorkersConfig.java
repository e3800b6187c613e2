package ma.balagh.intake.obtain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.obtain.*}: how replicas share the links that are to be fetched. */
@ConfigMapping(prefix = "balagh.obtain")
public interface LinkWorkersConfig extends TaskWorkersConfig {

    /** How many links this replica fetches at once; 0 leaves them to other replicas. */
    @Override
    @WithDefault("6")
    int workers();

    /** How long a link stays leased to a replica that has died. */
    @Override
    @WithDefault("60s")
    Duration lease();

    /** How often links that are due are looked for. */
    @Override
    @WithDefault("1s")
    Duration poll();

    /** The pause after the first attempt that brought nothing; it doubles with each. */
    @Override
    @WithName("first-pause")
    @WithDefault("30s")
    Duration retry();

    /** The longest of these pauses. */
    @Override
    @WithName("longest-pause")
    @WithDefault("6h")
    Duration longestRetry();

    /**
     * How long a replica that stops waits for what has been fetched to be secured; what it still fetches, another one
     * goes on with.
     */
    @Override
    @WithDefault("2s")
    Duration drain();
}
