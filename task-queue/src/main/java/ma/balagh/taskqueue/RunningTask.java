package ma.balagh.taskqueue;

import java.time.Duration;

/**
 * A task and the thread that works on it; closed when that has ended, after which nobody interrupts the thread for it. Times
 * here are spans of this process's monotonic clock.
 */
final class RunningTask<T extends LeasedTask> implements AutoCloseable {

    private final T task;
    private final Thread thread = Thread.currentThread();
    private final long started = System.nanoTime();
    private volatile long renewed = started;
    private volatile boolean tooLong;
    private boolean over;

    RunningTask(T task) {
        this.task = task;
    }

    T task() {
        return task;
    }

    /** @param asked when the database was asked to renew it, by {@link System#nanoTime} */
    void renewed(long asked) {
        renewed = asked;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Interrupts what goes on for too long, or may have lost its lease because nothing could renew it. */
    void check(Duration lease, Duration attempt) {
        long now = System.nanoTime();
        if (now - started > attempt.toNanos()) {
            tooLong = true;
            interrupt();
        } else if (now - renewed > lease.toNanos()) {
            interrupt();
        }
    }

    synchronized void interrupt() {
        if (!over) {
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        // An interruption that came too late must not reach what this thread does next.
        Thread.interrupted();
    }
}
