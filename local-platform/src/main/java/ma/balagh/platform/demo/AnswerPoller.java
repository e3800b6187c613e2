package ma.balagh.platform.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Polls until an answer is as expected. */
public final class AnswerPoller {

    private static final long POLL_MILLIS = 50;

    private AnswerPoller() {}

    /** @throws IllegalStateException when nothing acceptable came within {@code limit} */
    public static <T> T until(String what, Duration limit, Supplier<T> question, Predicate<T> acceptable) {
        var deadline = Instant.now().plus(limit);
        while (true) {
            var answer = question.get();
            if (acceptable.test(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "waited " + limit.toSeconds() + " s in vain until " + what + "; last seen: " + answer);
            }
            pause(POLL_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
