package ma.balagh.taskqueue;

/** Calls at commits, of every replica; {@code Notifications::listen} of the module messaging. */
@FunctionalInterface
public interface WakeUpCalls {

    /** For tables that notify nobody: their queues are polled. */
    WakeUpCalls NONE = (_, _) -> () -> {};

    /**
     * Runs the action at each {@code NOTIFY} of the channel, until the answer is closed. Calls may be missed: whoever waits
     * for them polls as well.
     */
    AutoCloseable listen(String channel, Runnable action);
}
