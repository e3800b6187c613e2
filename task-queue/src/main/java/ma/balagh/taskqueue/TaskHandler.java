package ma.balagh.taskqueue;

import java.io.IOException;

/** What is done with the tasks of a queue. */
public interface TaskHandler<T extends LeasedTask> {

    /**
     * Does the work and writes its end by {@link TaskQueue#end}. Any other exception than these means, too, that
     * something is away.
     *
     * @throws LeaseLostException when another worker may have the row
     * @throws NonRetryableTaskException when the work itself failed; it counts as a lost lease
     * @throws IOException when something that it needs is away; it is tried again later, without end
     * @throws InterruptedException when this worker has to stop; its processes have ended by then
     */
    void work(T task) throws IOException, InterruptedException;

    /** Writes the end of a task that as many workers were lost over as the configuration allows. */
    void giveUp(T task) throws IOException, InterruptedException;

    /** Runs beside the work after each renewal of its lease. */
    default void renewed(T task) {}
}
