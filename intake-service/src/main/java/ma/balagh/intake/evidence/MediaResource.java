package ma.balagh.intake.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Roles;
import ma.balagh.intake.quota.QuotaAccount;
import ma.balagh.intake.quota.QuotaService;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportAudience;
import ma.balagh.intake.report.ReportService;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Taking in a medium of a report: its bytes as they are, streamed. */
@Path("/api/v1/reports/{id}/media")
@Produces(MediaType.APPLICATION_JSON)
class MediaResource {

    /** @param alreadyKnown the same bytes were secured before, in a report that the sender sees */
    record SecuredView(UUID evidenceId, String sha256, long size, String mediaType, boolean alreadyKnown) {}

    private final ReportService reports;
    private final MediaReceptionService reception;
    private final EvidenceService evidenceService;
    private final QuotaService quota;
    private final Caller caller;
    private final IdempotencyService keys;

    MediaResource(
            ReportService reports,
            MediaReceptionService reception,
            EvidenceService evidenceService,
            QuotaService quota,
            Caller caller,
            IdempotencyService keys) {
        this.reports = reports;
        this.reception = reception;
        this.evidenceService = evidenceService;
        this.quota = quota;
        this.caller = caller;
        this.keys = keys;
    }

    /** @param mediaLink the link of the report for which somebody brings the file by hand */
    // A virtual thread, because an upload on a phone's network may take minutes of waiting.
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.INTAKE_OFFICER, Roles.PARTNER})
    @RunOnVirtualThread
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SecuredView.class)))
    public RestResponse<SecuredView> receive(
            UUID id,
            @QueryParam("mediaLink") @Nullable UUID mediaLink,
            @Context RoutingContext request,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Report report = reports.find(id).orElseThrow(() -> CommonProblem.notFound("the report"));
        var medium = MediumHeaders.of(headers);
        if (mediaLink != null) {
            reports.requireLink(id, mediaLink);
        }
        var bringer = new Submitter(caller.name(), ReportAudience.of(caller));
        var account = QuotaAccount.of(caller);
        return reception.receive(request, medium, account, bringer, received -> {
            String command = received.digest().hex() + (mediaLink == null ? "" : " " + mediaLink);
            return keys.once(command, () -> {
                SecuringResult secured = evidenceService.secure(report, received, medium.declared(), bringer);
                quota.stored(account.id(), received.size());
                Evidence evidence = secured.evidence();
                if (mediaLink != null) {
                    reports.mediumBrought(mediaLink, evidence.id());
                }
                return RestResponse.ResponseBuilder.<SecuredView>created(uri.getBaseUriBuilder()
                                .path("api/v1/evidence/{id}")
                                .build(secured.knownAs()))
                        .entity(new SecuredView(
                                secured.knownAs(),
                                evidence.digest().hex(),
                                evidence.size(),
                                evidence.mediaType(),
                                secured.alreadyKnown()))
                        .build();
            });
        });
    }
}
