package ma.balagh.intake.upload;

import static ma.balagh.http.Roles.INTAKE_OFFICER;
import static ma.balagh.http.Roles.PARTNER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.BodyStream;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.LargeBodyReader;
import ma.balagh.http.Preconditions;
import ma.balagh.intake.evidence.EvidenceConfig;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Taking in a medium of a report piece by piece, by <a href="https://tus.io/protocols/resumable-upload">tus</a>. */
@Path(UploadResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
class UploadResource {

    static final String PATH = "/api/v1/uploads";

    private final UploadCreationService creation;
    private final UploadService uploads;
    private final EvidenceConfig config;
    private final LargeBodyReader bodies;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Preconditions preconditions;

    UploadResource(
            UploadCreationService creation,
            UploadService uploads,
            EvidenceConfig config,
            LargeBodyReader bodies,
            Caller caller,
            IdempotencyService keys,
            Preconditions preconditions) {
        this.creation = creation;
        this.uploads = uploads;
        this.config = config;
        this.bodies = bodies;
        this.caller = caller;
        this.keys = keys;
        this.preconditions = preconditions;
    }

    @OPTIONS
    @PermitAll
    public RestResponse<Void> offer() {
        return ResponseBuilder.<Void>noContent()
                .header(TusProtocolFilter.TUS_VERSION, TusProtocolFilter.VERSION)
                .header("Tus-Extension", "creation,creation-with-upload,checksum,termination,expiration")
                .header("Tus-Checksum-Algorithm", UploadChecksum.offered())
                .header("Tus-Max-Size", config.maxSize().asLongValue())
                .build();
    }

    @OPTIONS
    @Path("/{id}")
    @PermitAll
    public RestResponse<Void> offerForOne() {
        return offer();
    }

    // Virtual threads, because bytes on a phone's network may take minutes of waiting.
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({INTAKE_OFFICER, PARTNER})
    @RunOnVirtualThread
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "201", description = "Created")
    public RestResponse<Void> create(@Context RoutingContext http, @Context HttpHeaders headers, @Context UriInfo uri) {
        var request = new TusRequestParser(headers);
        long length = request.length();
        UploadMetadata metadata = request.metadata();
        RestResponse<Void> created = keys.once(length + " " + metadata.header(), () -> {
            Upload upload = creation.create(length, metadata, caller);
            URI location =
                    uri.getAbsolutePathBuilder().path(upload.id().toString()).build();
            return RestResponse.created(location);
        });
        String path = created.getLocation().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var answer = TusHeaderWriter.to(ResponseBuilder.<Void>created(created.getLocation()), uri);
        if (!request.hasBytes()) {
            // Of what is kept under the key, a header of its own would be lost.
            uploads.known(id, caller).ifPresent(answer::expires);
            return answer.build();
        }
        try (BodyStream body = bodies.open(http)) {
            return withFirstBytes(id, request.chunk(0, body), answer);
        }
    }

    /** A creation that is sent again finds what the first one brought. */
    private RestResponse<Void> withFirstBytes(UUID id, UploadChunk chunk, TusHeaderWriter answer) {
        Upload upload = uploads.read(id, caller);
        return answer.stands(upload.position() == 0 ? uploads.append(id, chunk, caller) : upload)
                .build();
    }

    @HEAD
    @Path("/{id}")
    @APIResponse(responseCode = "200", description = "How far it is, in Upload-Offset and Upload-Length")
    @RolesAllowed({INTAKE_OFFICER, PARTNER})
    @RunOnVirtualThread
    public RestResponse<Void> tell(UUID id, @Context UriInfo uri) {
        Upload upload = uploads.read(id, caller);
        return TusHeaderWriter.to(ResponseBuilder.<Void>ok(), uri)
                .stands(upload)
                .describes(upload)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({INTAKE_OFFICER, PARTNER})
    @RunOnVirtualThread
    public RestResponse<UploadView> read(UUID id) {
        UploadView view = UploadView.of(uploads.read(id, caller));
        return preconditions.tagged(preconditions.tagOf(view), () -> view);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({INTAKE_OFFICER, PARTNER})
    @RunOnVirtualThread
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<Void> append(
            UUID id, @Context RoutingContext http, @Context HttpHeaders headers, @Context UriInfo uri) {
        var request = new TusRequestParser(headers);
        uploads.find(id, caller);
        request.requireBytes();
        try (BodyStream body = bodies.open(http)) {
            Upload upload = uploads.append(id, request.chunk(request.offset(), body), caller);
            return TusHeaderWriter.to(ResponseBuilder.<Void>noContent(), uri)
                    .stands(upload)
                    .build();
        }
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({INTAKE_OFFICER, PARTNER})
    @RunOnVirtualThread
    public void terminate(UUID id) {
        Upload upload = uploads.find(id, caller);
        preconditions.requireMatch(preconditions.tagOf(UploadView.of(upload)));
        uploads.terminate(id);
    }
}
