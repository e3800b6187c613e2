package ma.balagh.intake.evidence;

import static ma.balagh.http.Roles.ANALYST;
import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.DISPATCHER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;
import static ma.balagh.http.Roles.JUDICIAL_OFFICER;
import static ma.balagh.http.Roles.LABORATORY;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.AcceptGuard;
import ma.balagh.http.ByteRange;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Purpose;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The bytes of an evidence, whole or in ranges, for those who say why. */
@Path("/api/v1/evidence/{id}/content")
class ContentResource {

    private final EvidenceRepository repository;
    private final EvidenceReadService reading;
    private final Caller caller;
    private final Preconditions preconditions;

    ContentResource(
            EvidenceRepository repository, EvidenceReadService reading, Caller caller, Preconditions preconditions) {
        this.repository = repository;
        this.reading = reading;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @GET
    @RolesAllowed({
        INTAKE_OFFICER,
        ANALYST,
        JUDICIAL_OFFICER,
        DISPATCHER,
        INTERNAL_AFFAIRS,
        COMMANDER,
        AUDITOR,
        LABORATORY
    })
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The bytes of the Range")
    @APIResponse(responseCode = "304", description = "The bytes are those of If-None-Match")
    @APIResponse(responseCode = "307", description = "The store itself gives the bytes, at Location")
    @APIResponse(responseCode = "406", description = "Accept names other types alone")
    @APIResponse(responseCode = "416", description = "The Range lies outside the medium")
    @RunOnVirtualThread
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<StreamingOutput> read(
            UUID id, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        Evidence evidence = repository.findAsKnown(id).orElseThrow(() -> CommonProblem.notFound("the evidence"));
        Purpose purpose = Purpose.of(headers);
        evidence.requireKept();
        AcceptGuard.require(headers, evidence.mediaType());
        EntityTag tag = Preconditions.tag(evidence.digest().hex());
        if (preconditions.isKnown(tag)) {
            return answer(evidence, RestResponse.Status.NOT_MODIFIED.getStatusCode())
                    .build();
        }
        return switch (ByteRange.of(headers, tag, evidence.size())) {
            case ByteRange.Request.Everything() -> {
                reading.consult(evidence, caller, purpose, 0, evidence.size());
                yield elsewhere(evidence).orElseGet(() -> whole(evidence));
            }
            case ByteRange.Request.Part(ByteRange range) -> {
                reading.consult(evidence, caller, purpose, range.first(), range.last() + 1);
                yield elsewhere(evidence).orElseGet(() -> part(evidence, range));
            }
            case ByteRange.Request.Unsatisfiable() -> {
                response.putHeader("Content-Range", "bytes */" + evidence.size());
                throw CommonProblem.RANGE_NOT_SATISFIABLE.because("the medium has %d bytes".formatted(evidence.size()));
            }
        };
    }

    /** A redirect keeps the reader's headers, so that the store answers the same range. */
    private Optional<RestResponse<StreamingOutput>> elsewhere(Evidence evidence) {
        return reading.elsewhere(evidence)
                .map(address -> RestResponse.ResponseBuilder.<StreamingOutput>create(
                                RestResponse.Status.TEMPORARY_REDIRECT)
                        .location(address)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private RestResponse<StreamingOutput> whole(Evidence evidence) {
        StreamingOutput body = out -> reading.write(evidence, out);
        return answer(evidence, RestResponse.Status.OK.getStatusCode())
                .header(HttpHeaders.CONTENT_LENGTH, evidence.size())
                .entity(body)
                .build();
    }

    private RestResponse<StreamingOutput> part(Evidence evidence, ByteRange range) {
        StreamingOutput body = out -> reading.write(evidence, range, out);
        return answer(evidence, RestResponse.Status.PARTIAL_CONTENT.getStatusCode())
                .header("Content-Range", range.header(evidence.size()))
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .entity(body)
                .build();
    }

    private static RestResponse.ResponseBuilder<StreamingOutput> answer(Evidence evidence, int status) {
        return RestResponse.ResponseBuilder.<StreamingOutput>create(status)
                .type(evidence.mediaType())
                .tag(Preconditions.tag(evidence.digest().hex()))
                .header("Repr-Digest", evidence.digest().header())
                .header("Accept-Ranges", "bytes")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + evidence.digest().hex() + "\"");
    }
}
