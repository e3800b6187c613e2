package ma.balagh.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing waits between attempts: doubled each time up to a longest, each drawn from the upper half of its range so that
 * many that failed together do not come back together. For one thread.
 */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private int attempts;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    Duration next() {
        // 20 doublings of any sensible first wait are beyond the longest; more would overflow.
        var ceiling = Math.min(first.toMillis() << Math.min(attempts++, 20), longest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    }

    /** How many waits were drawn since the last reset. */
    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }
}
