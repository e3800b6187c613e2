package ma.balagh.analysis.known;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The bank of known footage, for those who recognise it. */
@Path("/api/v1/known-footage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ANALYST)
class KnownFootageResource {

    private final KnownFootageService service;
    private final IdempotencyService keys;
    private final Preconditions preconditions;

    KnownFootageResource(KnownFootageService service, IdempotencyService keys, Preconditions preconditions) {
        this.service = service;
        this.keys = keys;
        this.preconditions = preconditions;
    }

    @GET
    public Page<KnownFootageView> list(@BeanParam PageRequest page) {
        return Page.of(service.list(page), page, KnownFootageView::id);
    }

    @GET
    @Path("{id}")
    public RestResponse<KnownFootageView> read(UUID id) {
        KnownFootageView entry = service.read(id);
        return preconditions.tagged(preconditions.tagOf(entry), () -> entry);
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = KnownFootageView.class)))
    public RestResponse<KnownFootageView> bank(@Valid AddKnownFootage command) {
        UUID evidenceId = requireNonNull(command.evidenceId());
        return keys.once(command, () -> service.requireVisible(evidenceId), () -> {
            KnownFootageView entry = service.add(
                    evidenceId,
                    requireNonNull(command.kind()),
                    requireNonNull(command.reference()),
                    requireNonNull(command.summary()));
            return RestResponse.ResponseBuilder.<KnownFootageView>created(
                            URI.create("/api/v1/known-footage/" + entry.id()))
                    .entity(entry)
                    .tag(preconditions.tagOf(entry))
                    .build();
        });
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void remove(UUID id) {
        KnownFootageView entry = service.read(id);
        preconditions.requireMatch(preconditions.tagOf(entry));
        service.remove(id);
    }
}
