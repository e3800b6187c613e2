package ma.balagh.dispatch.escalation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.statistics.StatisticsPeriod;
import ma.balagh.dispatch.statistics.StatisticsPeriodQuery;
import ma.balagh.http.Caller;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The stages of incidents over REST: how many kept their target, the trend, and the incidents behind a figure. */
@Tag(name = "Statistics")
@Path("/api/v1/statistics/incident-stages")
@RolesAllowed({Roles.COMMANDER, Roles.AUDITOR})
class StageStatisticsResource {

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
    public StageStatistics show(@Valid @BeanParam StatisticsPeriodQuery asked) {
        return statistics.statistics(period(asked));
    }

    @GET
    @Path("/{stage}/incidents")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The incidents behind the figures of a stage, the slowest first")
    public Page<StageSample> incidents(
            IncidentStage stage, @Valid @BeanParam StatisticsPeriodQuery asked, @BeanParam PageRequest page) {
        page.after(_ -> {
            throw new IllegalArgumentException("there is one page alone");
        });
        return new Page<>(statistics.slowest(period(asked), stage, page.limit()), null);
    }

    @GET
    @Path("/{stage}/incidents.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as a file, all of them; that it was taken is noted")
    public RestResponse<String> export(IncidentStage stage, @Valid @BeanParam StatisticsPeriodQuery asked) {
        var samples = statistics.export(period(asked), stage, caller.name());
        return ResponseBuilder.ok(StageSampleCsvWriter.write(samples))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + stage + ".csv\"")
                .build();
    }

    private StatisticsPeriod period(StatisticsPeriodQuery asked) {
        return asked.period(moments.now());
    }
}
