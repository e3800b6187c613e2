package ma.balagh.intake.report;

import static ma.balagh.http.Roles.ANALYST;
import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.DISPATCHER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;
import static ma.balagh.http.Roles.JUDICIAL_OFFICER;
import static ma.balagh.http.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Filing, finding and reading reports. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
class ReportResource {

    private final ReportService reports;
    private final ReportSearchService search;
    private final ReportViewMapper views;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Preconditions preconditions;

    ReportResource(
            ReportService reports,
            ReportSearchService search,
            ReportViewMapper views,
            Caller caller,
            IdempotencyService keys,
            Preconditions preconditions) {
        this.reports = reports;
        this.search = search;
        this.views = views;
        this.caller = caller;
        this.keys = keys;
        this.preconditions = preconditions;
    }

    @POST
    @RolesAllowed({INTAKE_OFFICER, PARTNER})
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public RestResponse<ReportView> file(FileReport command, UriInfo uri) {
        return keys.once(command, () -> {
            ReportService.Filed filed = reports.file(command, caller);
            Report report = filed.report();
            URI location =
                    uri.getAbsolutePathBuilder().path(report.id().toString()).build();
            return RestResponse.ResponseBuilder.<ReportView>created(location)
                    .tag(Preconditions.tag(report.version()))
                    .entity(views.ofNew(filed))
                    .build();
        });
    }

    @GET
    @RolesAllowed({INTAKE_OFFICER, ANALYST, JUDICIAL_OFFICER, DISPATCHER, INTERNAL_AFFAIRS, COMMANDER, AUDITOR, PARTNER
    })
    public Page<ReportView> find(@BeanParam ReportCriteria filter, @BeanParam PageRequest request) {
        Page<Report> page = search.page(filter, request, ReportAudience.of(caller));
        return new Page<>(views.of(page.items(), caller), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({INTAKE_OFFICER, ANALYST, JUDICIAL_OFFICER, DISPATCHER, INTERNAL_AFFAIRS, COMMANDER, AUDITOR, PARTNER
    })
    public RestResponse<ReportView> read(UUID id) {
        Report report = reports.find(id).orElseThrow(() -> CommonProblem.notFound("the report"));
        return preconditions.tagged(Preconditions.tag(report.version()), () -> views.of(report, caller));
    }
}
