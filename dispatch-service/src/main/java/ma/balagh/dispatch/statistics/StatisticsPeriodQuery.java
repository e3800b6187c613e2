package ma.balagh.dispatch.statistics;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.dispatch.runcard.IncidentType;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Which period, territory and type of incident is asked for. */
public final class StatisticsPeriodQuery {

    /** How long a period is shown where none is asked for. */
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);

    @QueryParam("from")
    private @Nullable Instant from;

    @QueryParam("to")
    private @Nullable Instant to;

    @QueryParam("jurisdiction")
    @Size(max = Jurisdictions.LONGEST)
    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
    private @Nullable String jurisdiction;

    @QueryParam("incidentType")
    private @Nullable IncidentType incidentType;

    public StatisticsPeriod period(Instant now) {
        // What ended in this very millisecond belongs to it, too.
        var end = to == null ? now.plusMillis(1) : to;
        var start = from == null ? end.minus(DEFAULT_PERIOD) : from;
        if (!start.isBefore(end)) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie after from"));
        }
        return new StatisticsPeriod(start, end, jurisdiction, incidentType);
    }
}
