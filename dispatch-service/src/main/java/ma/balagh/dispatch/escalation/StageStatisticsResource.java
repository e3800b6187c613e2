package ma.balagh.dispatch.escalation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.escalation.StageStatisticsRepository.Period;
import ma.balagh.dispatch.runcard.IncidentType;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The stages of incidents over REST: how many kept their target, the trend, and the incidents behind a figure. */
@Tag(name = "Statistics")
@Path("/api/v1/statistics/incident-stages")
@RolesAllowed({Roles.COMMANDER, Roles.AUDITOR})
class StageStatisticsResource {

    /** What is shown to whoever asks for no period. */
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);

    private final StageStatisticsService statistics;
    private final Timestamps moments;
    private final Caller caller;

    StageStatisticsResource(StageStatisticsService statistics, Timestamps moments, Caller caller) {
        this.statistics = statistics;
        this.moments = moments;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How long the stages of incidents took, and how many kept their target",
            description =
                    "What was completed in the period, the last 30 days if none is asked for, and in the one before.")
    public StageStatistics show(@Valid @BeanParam PeriodQuery asked) {
        return statistics.statistics(period(asked));
    }

    @GET
    @Path("/{stage}/incidents")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The incidents behind the figures of a stage, the slowest first")
    public Page<StageSample> incidents(
            IncidentStage stage, @Valid @BeanParam PeriodQuery asked, @BeanParam PageRequest page) {
        page.after(_ -> {
            throw new IllegalArgumentException("there is one page alone");
        });
        return new Page<>(statistics.slowest(period(asked), stage, page.limit()), null);
    }

    @GET
    @Path("/{stage}/incidents.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as a file, all of them; that it was taken is noted")
    public RestResponse<String> export(IncidentStage stage, @Valid @BeanParam PeriodQuery asked) {
        var samples = statistics.export(period(asked), stage, caller.name());
        return ResponseBuilder.ok(StageSampleCsvWriter.write(samples))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + stage + ".csv\"")
                .build();
    }

    private Period period(PeriodQuery asked) {
        // What was completed in this very millisecond belongs to it, too.
        var to = asked.to == null ? moments.now().plusMillis(1) : asked.to;
        var from = asked.from == null ? to.minus(DEFAULT_PERIOD) : asked.from;
        if (!from.isBefore(to)) {
            throw CommonProblem.invalid(new Violation("from", ViolationCode.IN_THE_FUTURE, "must lie before to"));
        }
        return new Period(from, to, asked.jurisdiction, asked.incidentType);
    }

    /** Which period, territory and type of incident is asked for. */
    public static final class PeriodQuery {

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
    }
}
