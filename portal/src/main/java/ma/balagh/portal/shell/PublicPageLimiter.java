package ma.balagh.portal.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** So many requests of the public a second, all together: who asks is not looked at, and nothing is kept of it. */
public final class PublicPageLimiter {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final int perSecond;
    private Instant second = Instant.EPOCH;
    private int admitted;

    public PublicPageLimiter(Clock clock, int perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
    }

    /** Whether there is one left in this second. */
    public synchronized boolean admits() {
        Instant now = clock.instant();
        if (Duration.between(second, now).compareTo(SECOND) >= 0) {
            second = now;
            admitted = 0;
        }
        if (admitted == perSecond) {
            return false;
        }
        admitted++;
        return true;
    }
}
