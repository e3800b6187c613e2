package ma.balagh.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing waits between attempts: doubled each time up to a longest, each drawn from the upper half of its range so that
 * many that failed together do not come back together. For one thread.
 */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private int attempts;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** The wait after a failure, for whoever counts failures elsewhere. */
    public static Duration after(int earlierFailures, Duration first, Duration longest) {
        // 20 doublings of any sensible first wait are beyond the longest; more would overflow.
        var ceiling = Math.min(first.toMillis() << Math.clamp(earlierFailures, 0, 20), longest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    }

    Duration next() {
        return after(attempts++, first, longest);
    }

    /** How many waits were drawn since the last reset. */
    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }
}
