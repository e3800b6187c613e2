package ma.balagh.analysis.lease;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How workers work off their queue. Each queue has these keys below its own prefix. */
public interface WorkersConfig {

    /** How much is worked on at the same time by this replica; 0 leaves the work to other replicas. */
    @WithDefault("1")
    int workers();

    /** How long a worker that is not heard of keeps what it works on. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a worker is heard of; at least three times in a lease, whatever this says. */
    @WithDefault("PT10S")
    Duration beat();

    /** How often the queue is looked at when no notification came: what a lost worker held is found only so. */
    @WithDefault("PT5S")
    Duration poll();

    /** The first pause after something was away; it doubles with each. */
    @WithDefault("PT1S")
    Duration retry();

    /** The longest of these pauses. */
    @WithDefault("PT1M")
    Duration longestRetry();
}
