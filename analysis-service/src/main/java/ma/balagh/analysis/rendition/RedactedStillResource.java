package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.http.ByteRange;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The still of a presumed offence, with faces hidden: all that those who are sent see of a dossier. Dispatchers
 * and commanders see those of their jurisdictions, a field unit that of the incident that it is on.
 */
@Path("/api/v1/dossiers/{dossierId}/still")
@RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT, Roles.COMMANDER, Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.AUDITOR
})
class RedactedStillResource {

    private static final String JPEG = "image/jpeg";

    private final RedactedStillService stills;
    private final RenditionContentStore bytes;
    private final RenditionAccessRecorder looks;
    private final RenditionConfig config;
    private final Preconditions preconditions;

    RedactedStillResource(
            RedactedStillService stills,
            RenditionContentStore bytes,
            RenditionAccessRecorder looks,
            RenditionConfig config,
            Preconditions preconditions) {
        this.stills = stills;
        this.bytes = bytes;
        this.looks = looks;
        this.config = config;
        this.preconditions = preconditions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", description = "Ready, or failed with its reason")
    @APIResponse(responseCode = "202", description = "It is being made")
    public RestResponse<RedactedStillView> read(UUID dossierId) {
        RedactedStillView still = RedactedStillView.of(dossierId, stills.of(dossierId));
        return switch (still.state()) {
            case QUEUED, RUNNING ->
                RestResponse.ResponseBuilder.<RedactedStillView>create(RestResponse.Status.ACCEPTED)
                        .header(HttpHeaders.RETRY_AFTER, config.comeAgain().toSeconds())
                        .entity(still)
                        .build();
            case READY, FAILED, EXPIRED -> RestResponse.ok(still);
        };
    }

    @GET
    @Path("content")
    @Produces(JPEG)
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @RunOnVirtualThread
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<StreamingOutput> content(UUID dossierId, @Context HttpHeaders headers) {
        Rendition rendition = stills.of(dossierId).rendition();
        Purpose purpose = Purpose.of(headers);
        Rendition.Result result = ready(rendition);
        EntityTag tag = Preconditions.tag(result.sha256());
        if (preconditions.isKnown(tag)) {
            return answer(RestResponse.Status.NOT_MODIFIED, tag).build();
        }
        looks.record(rendition.id(), purpose);
        StreamingOutput body = out -> bytes.write(rendition.id(), new ByteRange(0, result.size() - 1), out);
        return answer(RestResponse.Status.OK, tag)
                .type(result.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, result.size())
                .entity(body)
                .build();
    }

    private static Rendition.Result ready(Rendition rendition) {
        return switch (rendition.state()) {
            case READY -> requireNonNull(rendition.result());
            case QUEUED, RUNNING -> throw AnalysisProblem.RENDITION_NOT_READY.because("look at it again in a while");
            case FAILED, EXPIRED -> throw AnalysisProblem.RENDITION_GONE.because("there is no picture to show");
        };
    }

    private static RestResponse.ResponseBuilder<StreamingOutput> answer(RestResponse.Status status, EntityTag tag) {
        return RestResponse.ResponseBuilder.<StreamingOutput>create(status)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }
}
