package ma.balagh.intake.obtain;

import java.time.Duration;
import ma.balagh.messaging.Backoff;
import org.jspecify.annotations.Nullable;

/** How long to wait before a link is tried again. */
final class RetryDelayCalculator {

    private RetryDelayCalculator() {}

    /**
     * Doubled each time up to a longest; never before the server wants.
     *
     * @param failures in a row
     * @param retryAfter what the server asks for
     */
    static Duration after(int failures, @Nullable Duration retryAfter, Duration first, Duration longest) {
        long drawn = Backoff.after(failures - 1, first, longest).toMillis();
        return Duration.ofMillis(retryAfter == null ? drawn : Math.max(drawn, retryAfter.toMillis() + drawn / 10));
    }
}
