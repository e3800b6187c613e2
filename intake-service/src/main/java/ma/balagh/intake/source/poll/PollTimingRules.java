package ma.balagh.intake.source.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import ma.balagh.intake.source.Source.Polling;
import ma.balagh.messaging.Backoff;
import org.jspecify.annotations.Nullable;

/** When a source is polled next. */
@ApplicationScoped
class PollTimingRules {

    /** A source that has much to tell is asked up to so much more often than an officer wants at least. */
    private static final int QUICKEST = 4;

    private final PollConfig config;

    PollTimingRules(PollConfig config) {
        this.config = config;
    }

    /** Between two requests to one host. */
    Duration hostPause() {
        return config.hostPause();
    }

    /** The pause that follows from whether it told anything new: half as long, or half as long again. */
    Duration pause(Polling polling, boolean news) {
        Duration changed = news
                ? polling.pause().dividedBy(2)
                : polling.pause().multipliedBy(3).dividedBy(2);
        Duration shortest = longer(polling.interval().dividedBy(QUICKEST), config.shortestPause());
        return shorter(longer(changed, shortest), longer(polling.interval(), config.shortestPause()));
    }

    /** How long to wait after it told what it has: a little less than the pause, so that sources spread. */
    Duration afterSuccess(Duration pause, @Nullable Duration freshFor) {
        Duration fresh = freshFor == null ? Duration.ZERO : shorter(freshFor, config.longestFreshness());
        long millis = pause.toMillis();
        return longer(Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis * 9 / 10, millis + 1)), fresh);
    }

    /**
     * How long to wait after a failure: doubled with each.
     *
     * @param failures so many in a row, this one included
     */
    Duration afterFailure(int failures, @Nullable Duration stayAway) {
        Duration wait = Backoff.after(failures - 1, config.firstRetry(), config.longestRetry());
        return longer(wait, stayAway == null ? Duration.ZERO : shorter(stayAway, config.longestAbsence()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
