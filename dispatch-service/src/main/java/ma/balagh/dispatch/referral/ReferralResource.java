package ma.balagh.dispatch.referral;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import ma.balagh.dispatch.incident.IncidentAccess;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The referral file over REST: an ASiC-E container for the prosecutor. It needs a purpose, and each look is logged. */
@Tag(name = "Referral")
@Path("/api/v1/incidents/{id}/referral-file")
@Produces(MediaType.APPLICATION_JSON)
class ReferralResource {

    static final String ASIC_E = "application/vnd.etsi.asic-e+zip";

    private final ReferralFileService files;
    private final IncidentAccess incidents;
    private final Caller caller;
    private final SecurityIdentity identity;

    ReferralResource(ReferralFileService files, IncidentAccess incidents, Caller caller, SecurityIdentity identity) {
        this.files = files;
        this.incidents = incidents;
        this.caller = caller;
        this.identity = identity;
    }

    /** @param lang of the texts that are made for people */
    @GET
    @Produces(ASIC_E)
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER})
    @RunOnVirtualThread
    @Operation(
            summary = "All that a prosecutor is handed of an incident, in one signed container",
            description =
                    "Expertise report, bundles of evidence, timeline, graph in CASE and manifest. Fetched from the"
                            + " other services in the caller's name: what the caller may not have is a 409, what is away a 503.")
    @APIResponse(
            responseCode = "200",
            description = "The container",
            content = @Content(mediaType = ASIC_E, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "A part is not to be had for the caller, or it would be too large")
    @APIResponse(responseCode = "503", description = "A part cannot be fetched now, or the time is not stamped")
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<StreamingOutput> make(
            UUID id,
            @QueryParam("lang")
                    @DefaultValue("ar")
                    @Size(max = 2)
                    @Pattern(regexp = "ar|fr|en", message = "must be ar, fr or en")
                    String lang,
            @Context HttpHeaders headers) {
        incidents.require(id, caller);
        var purpose = Purpose.of(headers);
        var token = identity.getCredential(AccessTokenCredential.class).getToken();
        var made = files.make(id, caller, new ReferralRequest(caller.name(), token, purpose, lang));
        StreamingOutput body = made::sendTo;
        return RestResponse.ResponseBuilder.<StreamingOutput>create(RestResponse.Status.OK.getStatusCode())
                .type(ASIC_E)
                .header(HttpHeaders.CONTENT_LENGTH, made.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"incident-" + id + ".asice\"")
                .header("Repr-Digest", "sha-256=:" + base64(made.sha256()) + ":")
                .header("X-Content-Type-Options", "nosniff")
                .entity(body)
                .build();
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }
}
