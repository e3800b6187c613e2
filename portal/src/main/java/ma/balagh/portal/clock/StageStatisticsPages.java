package ma.balagh.portal.clock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import ma.balagh.portal.escalation.StageClockResponse;
import ma.balagh.portal.shell.PortalRoles;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** How many stages of incidents kept their target, and the incidents behind each figure. */
@Path("/clocks/stages")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.COMMANDER, PortalRoles.AUDITOR})
class StageStatisticsPages {

    private static final int MOST = 100;

    private final StageStatisticsClient dispatch;
    private final Clock clock;

    StageStatisticsPages(@RestClient StageStatisticsClient dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "clock", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StagePage(StageStatisticsResponse statistics, ClockFilter filter) implements TemplateInstance {}

    @CheckedTemplate(basePath = "clock", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StageIncidentPage(
            StageClockResponse.Stage stage, List<StageSampleResponse> samples, ClockFilter filter, int most)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("period") @Nullable String name,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("type") @Nullable String type) {
        ClockFilter filter = ClockFilter.of(name, jurisdiction, type);
        return new StagePage(dispatch.statistics(from(filter), filter.jurisdiction(), filter.type()), filter);
    }

    @GET
    @Path("{stage}")
    public TemplateInstance incidents(
            StageClockResponse.Stage stage,
            @QueryParam("period") @Nullable String name,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("type") @Nullable String type) {
        ClockFilter filter = ClockFilter.of(name, jurisdiction, type);
        List<StageSampleResponse> samples = dispatch.incidents(
                        stage, from(filter), filter.jurisdiction(), filter.type(), MOST)
                .items();
        return new StageIncidentPage(stage, samples, filter, MOST);
    }

    @GET
    @Path("{stage}/csv")
    @Produces("text/csv")
    public Response file(
            StageClockResponse.Stage stage,
            @QueryParam("period") @Nullable String name,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("type") @Nullable String type) {
        ClockFilter filter = ClockFilter.of(name, jurisdiction, type);
        return Response.ok(dispatch.file(stage, from(filter), filter.jurisdiction(), filter.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + stage + ".csv\"")
                .build();
    }

    private String from(ClockFilter filter) {
        return clock.instant().minus(filter.period().length()).toString();
    }
}
