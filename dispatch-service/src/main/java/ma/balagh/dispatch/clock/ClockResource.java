package ma.balagh.dispatch.clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** The clocks over REST: how long each stage takes, the trend, and what is behind a figure. */
@Tag(name = "Statistics")
@Path("/api/v1/statistics/clocks")
@RolesAllowed({Roles.COMMANDER, Roles.AUDITOR})
class ClockResource {

    private final ClockStatisticsService statistics;
    private final Timestamps moments;
    private final Caller caller;

    ClockResource(ClockStatisticsService statistics, Timestamps moments, Caller caller) {
        this.statistics = statistics;
        this.moments = moments;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How long each stage takes: p50, p95, p99 in seconds; the last 30 days if no period is asked for",
            description =
                    "Each stage has a target, and how many lasted no longer; previous has the figures of the period"
                            + " of the same length before. With incidentType, stages before a verdict have none.")
    public ClockStatistics clocks(@Valid @BeanParam StatisticsPeriodQuery asked) {
        return statistics.statistics(period(asked), caller);
    }

    @GET
    @Path("/{stage}/samples")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What is behind the figures of a stage, the slowest first")
    public Page<ClockSample> samples(
            Stage stage, @Valid @BeanParam StatisticsPeriodQuery asked, @BeanParam PageRequest page) {
        page.after(_ -> {
            throw new IllegalArgumentException("there is one page alone");
        });
        return new Page<>(statistics.slowest(period(asked), stage, caller, page.limit()), null);
    }

    @GET
    @Path("/{stage}/samples.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as a file, all of it; that it was taken is noted")
    public RestResponse<String> export(Stage stage, @Valid @BeanParam StatisticsPeriodQuery asked) {
        var samples = statistics.export(period(asked), stage, caller);
        return ResponseBuilder.ok(ClockSampleCsvWriter.write(samples))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + stage + ".csv\"")
                .build();
    }

    private StatisticsPeriod period(StatisticsPeriodQuery asked) {
        return asked.period(moments.now());
    }
}
