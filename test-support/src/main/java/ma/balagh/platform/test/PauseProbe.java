package ma.balagh.platform.test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long this machine stood still while a test measured how late something was. A thread asks for something trivial again
 * and again: while that takes long, nothing else can be on time, either.
 */
public final class PauseProbe implements AutoCloseable {

    private static final Duration REST = Duration.ofMillis(20);

    private final AtomicLong longest = new AtomicLong();
    private final Thread thread;

    private PauseProbe(Runnable trivial) {
        thread = Thread.ofPlatform().daemon().name("pause-probe").start(() -> askUntilInterrupted(trivial));
    }

    /** @param trivial takes no time on a machine that has some, such as the shortest query */
    public static PauseProbe start(Runnable trivial) {
        return new PauseProbe(trivial);
    }

    private void askUntilInterrupted(Runnable trivial) {
        try {
            while (true) {
                long started = System.nanoTime();
                Thread.sleep(REST);
                trivial.run();
                longest.accumulateAndGet(System.nanoTime() - started - REST.toNanos(), Math::max);
            }
        } catch (InterruptedException e) {
            // The test is over.
        }
    }

    /** The longest time that something trivial took. */
    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
