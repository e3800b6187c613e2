package ma.balagh.dispatch.escalation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/**
 * {@code balagh.escalation.*}: how replicas share the steps of escalation. A step is done within a second of its time also
 * where a replica dies over it: its lease and the next look at the queue fit into that second.
 */
@ConfigMapping(prefix = "balagh.escalation")
public interface EscalationWorkersConfig extends TaskWorkersConfig {

    /** How many steps a replica does at once; 0 leaves them to other replicas. */
    @Override
    @WithDefault("4")
    int workers();

    /** How long a step stays with a replica that has died. It takes some milliseconds. */
    @Override
    @WithDefault("PT0.5S")
    Duration lease();

    /** How often leases are renewed while steps are being done. */
    @Override
    @WithDefault("PT0.15S")
    Duration beat();

    /** The longest time between two looks for steps that are due: those that other replicas wrote or left. */
    @Override
    @WithDefault("PT0.25S")
    Duration poll();

    /** The pause after something was away; it doubles with each failure. */
    @Override
    @WithDefault("PT0.1S")
    Duration retry();

    /** The longest of these pauses. */
    @Override
    @WithDefault("PT2S")
    Duration longestRetry();

    /** After so many replicas were lost over it, a step is done without asking which unit could be sent. */
    @Override
    @WithDefault("2")
    int lostLeases();
}
