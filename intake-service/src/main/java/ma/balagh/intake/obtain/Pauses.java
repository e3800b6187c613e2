package ma.balagh.intake.obtain;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long a link that was not obtained is left alone. */
final class Pauses {

    private Pauses() {}

    /**
     * Doubled each time up to a longest, drawn from the upper half of its range so that many that failed together do not
     * come back together; never before the server wants.
     *
     * @param failures in a row
     * @param retryAfter what the server asks for
     */
    static Duration after(int failures, @Nullable Duration retryAfter, Duration first, Duration longest) {
        // 20 doublings of any sensible first pause are beyond the longest; more would overflow.
        int doublings = Math.clamp(failures - 1, 0, 20);
        long ceiling = Math.min(first.toMillis() << doublings, longest.toMillis());
        long drawn = ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
        return Duration.ofMillis(retryAfter == null ? drawn : Math.max(drawn, retryAfter.toMillis() + drawn / 10));
    }
}
