package ma.balagh.intake.callback;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Waits that double up to a longest one, each drawn from the upper half of its range, so that what failed together does
 * not come back together.
 */
record Backoff(Duration first, Duration longest) {

    /** More doublings of any sensible first wait are beyond the longest, and would overflow. */
    private static final int MOST_DOUBLINGS = 20;

    /**
     * How long to wait after a failure.
     *
     * @param earlier how many there were before
     * @param asked the least that the other side asks for, up to the longest
     */
    Duration after(int earlier, @Nullable Duration asked) {
        long ceiling = Math.min(first.toMillis() << Math.min(earlier, MOST_DOUBLINGS), longest.toMillis());
        long drawn = ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
        long least = asked == null ? 0 : Math.min(asked.toMillis(), longest.toMillis());
        return Duration.ofMillis(Math.max(drawn, least));
    }
}
