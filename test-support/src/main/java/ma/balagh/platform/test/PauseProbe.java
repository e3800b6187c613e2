package ma.balagh.platform.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How long this machine stood still while a test measured how late something was. A thread asks for something trivial again
 * and again: while that takes long, nothing else can be on time, either.
 */
public final class PauseProbe implements AutoCloseable {

    private static final Duration REST = Duration.ofMillis(20);

    /** What takes less excuses nothing. */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final Collection<Pause> pauses = new ConcurrentLinkedQueue<>();
    private final Thread thread;

    private PauseProbe(Runnable trivial) {
        thread = Thread.ofPlatform().daemon().name("pause-probe").start(() -> askUntilInterrupted(trivial));
    }

    /** Somewhere in that time the machine stood still for so long. */
    private record Pause(Instant from, Instant to, Duration length) {

        /** At most so much of it lies in that time. */
        Duration within(Instant start, Instant end) {
            var first = from.isAfter(start) ? from : start;
            var last = to.isBefore(end) ? to : end;
            var common = Duration.between(first, last);
            if (common.isNegative()) {
                return Duration.ZERO;
            }
            return common.compareTo(length) < 0 ? common : length;
        }
    }

    /** @param trivial takes no time on a machine that has some, such as the shortest query */
    public static PauseProbe start(Runnable trivial) {
        return new PauseProbe(trivial);
    }

    private void askUntilInterrupted(Runnable trivial) {
        try {
            while (true) {
                var from = Instant.now();
                long started = System.nanoTime();
                Thread.sleep(REST);
                trivial.run();
                var length = Duration.ofNanos(System.nanoTime() - started).minus(REST);
                pauses.add(new Pause(from, Instant.now(), length));
            }
        } catch (InterruptedException e) {
            // The test is over.
        }
    }

    /** The longest time that something trivial took. */
    public Duration longest() {
        return pauses.stream().map(Pause::length).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /**
     * How late something was, but for the time in which the machine stood still meanwhile: what it did at other times
     * excuses nothing.
     */
    public Duration late(Instant due, Instant done) {
        return pauses.stream()
                .filter(pause -> pause.length().compareTo(SHORTEST) >= 0)
                .map(pause -> pause.within(due, done))
                .reduce(Duration.between(due, done), Duration::minus);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
