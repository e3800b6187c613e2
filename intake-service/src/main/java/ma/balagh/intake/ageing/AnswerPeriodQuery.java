package ma.balagh.intake.ageing;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Which reports are asked for: those that were received in a period, of a territory. */
final class AnswerPeriodQuery {

    private static final Duration WEEK = Duration.ofDays(7);

    @QueryParam("from")
    private @Nullable Instant from;

    @QueryParam("to")
    private @Nullable Instant to;

    @QueryParam("jurisdiction")
    @Size(max = Jurisdictions.LONGEST)
    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
    private @Nullable String jurisdiction;

    /**
     * @param now until which it is asked what became of reports
     * @param from reports were received after it
     * @param to and no later than that
     * @param jurisdiction itself and all below it; null for every one
     */
    record AnswerPeriod(
            Instant now, Instant from, Instant to, @Nullable Jurisdictions jurisdiction) {

        String[] patterns() {
            return jurisdiction == null
                    ? new String[] {"%"}
                    : jurisdiction.patterns().toArray(String[]::new);
        }
    }

    /** The last seven days if none is asked for. */
    AnswerPeriod period(Instant exact) {
        Instant now = exact.truncatedTo(ChronoUnit.MILLIS);
        Instant end = to == null ? now : to;
        Instant begin = from == null ? end.minus(WEEK) : from;
        if (!begin.isBefore(end)) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie after from"));
        }
        return new AnswerPeriod(now, begin, end, jurisdiction == null ? null : Jurisdictions.of(jurisdiction));
    }
}
