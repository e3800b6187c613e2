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
import ma.balagh.portal.shell.PortalRoles;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The answer to "is every published video answered, and how fast?", and what is behind each figure. */
@Path("/clocks")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.COMMANDER, PortalRoles.AUDITOR})
class ClockPages {

    private static final int MOST = 100;

    private final ClockClient dispatch;
    private final Clock clock;

    ClockPages(@RestClient ClockClient dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "clock", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClockPage(ClocksResponse clocks, ClockFilter filter) implements TemplateInstance {}

    @CheckedTemplate(basePath = "clock", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SamplePage(ClocksResponse.Stage stage, List<ClockSampleResponse> samples, ClockFilter filter, int most)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("period") @Nullable String name,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("type") @Nullable String type) {
        ClockFilter filter = ClockFilter.of(name, jurisdiction, type);
        return new ClockPage(dispatch.clocks(from(filter), null, filter.jurisdiction(), filter.type()), filter);
    }

    @GET
    @Path("{stage}")
    public TemplateInstance samples(
            ClocksResponse.Stage stage,
            @QueryParam("period") @Nullable String name,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("type") @Nullable String type) {
        ClockFilter filter = ClockFilter.of(name, jurisdiction, type);
        List<ClockSampleResponse> samples = dispatch.samples(
                        stage, from(filter), filter.jurisdiction(), filter.type(), MOST)
                .items();
        return new SamplePage(stage, samples, filter, MOST);
    }

    @GET
    @Path("{stage}/csv")
    @Produces("text/csv")
    public Response file(
            ClocksResponse.Stage stage,
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
