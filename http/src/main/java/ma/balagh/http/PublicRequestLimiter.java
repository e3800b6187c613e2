package ma.balagh.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How much the public may ask of this replica, all together: who asks is not known, and nothing is kept of it. A bucket of
 * one second's requests.
 */
@ApplicationScoped
public class PublicRequestLimiter {

    private static final double MILLISECONDS = 1000;
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final int perSecond;
    private final Clock clock;
    private double left;
    private Instant filledAt;

    PublicRequestLimiter(PublicRequestConfig config, Clock clock) {
        this.perSecond = config.perSecond();
        this.clock = clock;
        this.left = perSecond;
        this.filledAt = clock.instant();
    }

    /** @throws ProblemException 429 when more is asked for */
    public synchronized void require() {
        Instant now = clock.instant();
        double refilled = Math.max(0, Duration.between(filledAt, now).toMillis()) * perSecond / MILLISECONDS;
        left = Math.min(perSecond, left + refilled);
        filledAt = now;
        if (left < 1) {
            throw CommonProblem.TOO_MANY_REQUESTS
                    .because("come again in a moment")
                    .retryAfter(WAIT);
        }
        left--;
    }
}
