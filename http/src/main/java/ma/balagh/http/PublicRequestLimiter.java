package ma.balagh.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How much the public may ask of this replica, all together: who asks is not known, and nothing is kept of it. A bucket of
 * one second's requests.
 */
@ApplicationScoped
public class PublicRequestLimiter {

    private static final double NANOSECONDS = 1e9;
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final int perSecond;
    private double left;
    private long filledAt = System.nanoTime();

    PublicRequestLimiter(PublicRequestConfig config) {
        this.perSecond = config.perSecond();
        this.left = perSecond;
    }

    /** @throws ProblemException 429 when more is asked for */
    public synchronized void require() {
        long now = System.nanoTime();
        left = Math.min(perSecond, left + (now - filledAt) / NANOSECONDS * perSecond);
        filledAt = now;
        if (left < 1) {
            throw CommonProblem.TOO_MANY_REQUESTS
                    .because("come again in a moment")
                    .retryAfter(WAIT);
        }
        left--;
    }
}
