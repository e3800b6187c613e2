package ma.balagh.taskqueue;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How workers do the tasks of their queue. Each queue has these keys below its own prefix. */
public interface TaskWorkersConfig {

    /** How many tasks this replica does at the same time; 0 leaves the work to other replicas. */
    @WithDefault("1")
    int workers();

    /** How long a row stays leased to a worker that has died. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often leases are renewed; at least three times in a lease, whatever this says. */
    @WithDefault("PT10S")
    Duration beat();

    /** How often the queue is read when nothing was notified: only so the tasks of dead workers are found. */
    @WithDefault("PT5S")
    Duration poll();

    /** The first pause after something was away; it doubles with each failure, and half of it is random. */
    @WithDefault("PT1S")
    Duration retry();

    /** The longest of these pauses. */
    @WithDefault("PT1M")
    Duration longestRetry();

    /** A task over which so many workers died or failed is given up. */
    @WithDefault("2")
    int lostLeases();

    /** The pause after the second loss; it doubles with each further one. After the first there is none. */
    @WithDefault("PT0S")
    Duration lossPause();

    /** The longest of these pauses. */
    @WithDefault("PT15M")
    Duration longestLossPause();

    /** The longest time that one attempt may take; one that takes longer is interrupted and counts as a lost lease. */
    @WithDefault("PT6H")
    Duration attempt();

    /** How long a replica that stops waits for its tasks before it interrupts them and gives them back. */
    @WithDefault("PT5S")
    Duration drain();

    /** How often waiting tasks are counted for the metrics. */
    @WithDefault("PT15S")
    Duration countInterval();
}
