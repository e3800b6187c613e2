package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.examination.VisibleExaminationService;
import ma.balagh.analysis.rendition.Rendition.Result;
import ma.balagh.http.AcceptGuard;
import ma.balagh.http.ByteRange;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Renditions and their bytes, whole or in ranges, for those who may see the evidence and say why. */
@Path("/api/v1/renditions/{id}")
@RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR, Roles.INTERNAL_AFFAIRS})
class RenditionResource {

    private final VisibleExaminationService examinations;
    private final RenditionRepository repository;
    private final RenditionContentStore bytes;
    private final RenditionAccessRecorder looks;
    private final RenditionConfig config;
    private final Preconditions preconditions;

    RenditionResource(
            VisibleExaminationService examinations,
            RenditionRepository repository,
            RenditionContentStore bytes,
            RenditionAccessRecorder looks,
            RenditionConfig config,
            Preconditions preconditions) {
        this.examinations = examinations;
        this.repository = repository;
        this.bytes = bytes;
        this.looks = looks;
        this.config = config;
        this.preconditions = preconditions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<RenditionView> read(@PathParam("id") UUID id) {
        RenditionView shown = visible(id).view(config.keep());
        return preconditions.tagged(preconditions.tagOf(shown), () -> shown);
    }

    @GET
    @Path("content")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The bytes of the Range")
    @APIResponse(responseCode = "304", description = "The bytes are those of If-None-Match")
    @APIResponse(responseCode = "406", description = "Accept names other types alone")
    @APIResponse(responseCode = "416", description = "The Range lies outside the rendition")
    @RunOnVirtualThread
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<StreamingOutput> content(
            @PathParam("id") UUID id, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        Rendition rendition = visible(id);
        Purpose purpose = Purpose.of(headers);
        Result result = ready(rendition);
        AcceptGuard.require(headers, result.mediaType());
        EntityTag tag = Preconditions.tag(result.sha256());
        if (preconditions.isKnown(tag)) {
            return answer(result, RestResponse.Status.NOT_MODIFIED).build();
        }
        looks.record(id, purpose);
        return switch (ByteRange.of(headers, tag, result.size())) {
            case ByteRange.Request.Everything() ->
                body(answer(result, RestResponse.Status.OK), id, new ByteRange(0, result.size() - 1));
            case ByteRange.Request.Part(ByteRange range) ->
                body(
                        answer(result, RestResponse.Status.PARTIAL_CONTENT)
                                .header("Content-Range", range.header(result.size())),
                        id,
                        range);
            case ByteRange.Request.Unsatisfiable() -> {
                response.putHeader("Content-Range", "bytes */" + result.size());
                throw CommonProblem.RANGE_NOT_SATISFIABLE.because(
                        "the rendition has %d bytes".formatted(result.size()));
            }
        };
    }

    private RestResponse<StreamingOutput> body(
            RestResponse.ResponseBuilder<StreamingOutput> answer, UUID id, ByteRange range) {
        StreamingOutput body = out -> bytes.write(id, range, out);
        return answer.header(HttpHeaders.CONTENT_LENGTH, range.length())
                .entity(body)
                .build();
    }

    /** One that is hidden costs the same queries as one that does not exist. */
    private Rendition visible(UUID id) {
        Optional<Rendition> found = repository.find(id);
        boolean visible =
                examinations.hasEvidence(found.map(Rendition::evidenceId).orElse(id));
        return found.filter(rendition -> visible).orElseThrow(() -> CommonProblem.notFound("this rendition"));
    }

    private Result ready(Rendition rendition) {
        return switch (rendition.state()) {
            case READY -> requireNonNull(rendition.result());
            case QUEUED, RUNNING -> throw AnalysisProblem.RENDITION_NOT_READY.because("look at it again in a while");
            case FAILED, EXPIRED -> {
                examinations.require(rendition.examinationId()).requireKept();
                throw AnalysisProblem.RENDITION_GONE.because("order it once more");
            }
        };
    }

    private static RestResponse.ResponseBuilder<StreamingOutput> answer(Result result, RestResponse.Status status) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(result.sha256()));
        return RestResponse.ResponseBuilder.<StreamingOutput>create(status)
                .type(result.mediaType())
                .tag(Preconditions.tag(result.sha256()))
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + result.sha256() + "\"");
    }
}
