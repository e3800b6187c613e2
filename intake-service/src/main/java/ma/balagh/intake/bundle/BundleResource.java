package ma.balagh.intake.bundle;

import static ma.balagh.http.Roles.ANALYST;
import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.DISPATCHER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;
import static ma.balagh.http.Roles.JUDICIAL_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import ma.balagh.contracts.file.StoredZipWriter;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Purpose;
import ma.balagh.intake.custody.AccessLimiter;
import ma.balagh.intake.evidence.Evidence;
import ma.balagh.intake.evidence.EvidenceExportService;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** An evidence with its custody as one file, for those who say why; {@code balagh verify-bundle} checks it offline. */
@Path("/api/v1/evidence/{id}/bundle")
@Produces(BundleResource.ZIP)
class BundleResource {

    static final String ZIP = "application/zip";

    private final EvidenceExportService exports;
    private final BundleService bundleService;
    private final Caller caller;
    private final AccessLimiter limiter;

    BundleResource(EvidenceExportService exports, BundleService bundleService, Caller caller, AccessLimiter limiter) {
        this.exports = exports;
        this.bundleService = bundleService;
        this.caller = caller;
        this.limiter = limiter;
    }

    @GET
    @RolesAllowed({INTAKE_OFFICER, ANALYST, JUDICIAL_OFFICER, DISPATCHER, INTERNAL_AFFAIRS, COMMANDER, AUDITOR})
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = BundleResource.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @RunOnVirtualThread
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<StreamingOutput> export(UUID id, @Context HttpHeaders headers) {
        Evidence evidence = exports.find(id, caller).orElseThrow(() -> CommonProblem.notFound("the evidence"));
        Purpose purpose = Purpose.of(headers);
        evidence.requireKept();
        limiter.requireEntry(caller);
        StoredZipWriter bundle = bundleService.make(evidence, caller, purpose);
        StreamingOutput body = bundle::writeTo;
        return RestResponse.ResponseBuilder.<StreamingOutput>create(RestResponse.Status.OK.getStatusCode())
                .type(ZIP)
                .header(HttpHeaders.CONTENT_LENGTH, bundle.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + id + ".zip\"")
                .entity(body)
                .build();
    }
}
