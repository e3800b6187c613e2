package ma.balagh.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The current time, and the check that a reported time is not in the future. In milliseconds, as the interface writes
 * them.
 */
@ApplicationScoped
public class Timestamps {

    private final Clock clock;
    private final Duration clockSkew;

    /** @param clockSkew how far a phone's clock may run ahead of ours */
    Timestamps(Clock clock, @ConfigProperty(name = "balagh.clock-skew") Duration clockSkew) {
        this.clock = clock;
        this.clockSkew = clockSkew;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The reported moment; the present one when there is none or when the reporter's clock is a little ahead.
     *
     * @param field where the moment stands in the request
     * @throws ProblemException 400 for a moment to come, or before 1970, which no clock of a unit means
     */
    public Instant past(String field, @Nullable Instant reported) {
        Instant now = now();
        if (reported == null) {
            return now;
        }
        if (reported.isAfter(now.plus(clockSkew))) {
            throw CommonProblem.invalid(Violation.inTheFuture(field));
        }
        if (reported.isBefore(Instant.EPOCH)) {
            throw CommonProblem.invalid(Violation.beforeTheEpoch(field));
        }
        return reported.isAfter(now) ? now : reported.truncatedTo(ChronoUnit.MILLIS);
    }
}
