package ma.balagh.intake.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * SourceService over REST. The entity tag tells the version that people describe: a poll changes what is shown besides, and
 * must not make an officer's change stale. So a tag that is still the same does not answer 304.
 */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
class SourceResource {

    private final SourceService sources;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Preconditions preconditions;

    SourceResource(SourceService sources, Caller caller, IdempotencyService keys, Preconditions preconditions) {
        this.sources = sources;
        this.caller = caller;
        this.keys = keys;
        this.preconditions = preconditions;
    }

    @GET
    @RolesAllowed({Roles.INTAKE_OFFICER, Roles.COMMANDER})
    public Page<SourceView> find(@BeanParam SourceCriteria filter, @BeanParam PageRequest request) {
        return sources.page(filter, request);
    }

    @POST
    @RolesAllowed(Roles.INTAKE_OFFICER)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public RestResponse<SourceView> watch(@NotNull SourceDescription description, UriInfo uri) {
        return keys.once(description, () -> {
            Source source = sources.watch(description, caller);
            return RestResponse.ResponseBuilder.<SourceView>created(uri.getAbsolutePathBuilder()
                            .path(source.id().toString())
                            .build())
                    .tag(Preconditions.tag(source.version()))
                    .entity(sources.shown(source))
                    .build();
        });
    }

    /** How many work and how many do not, at a glance. */
    @GET
    @Path("/health")
    @RolesAllowed({Roles.INTAKE_OFFICER, Roles.COMMANDER})
    public SourcesHealth health() {
        return sources.health();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTAKE_OFFICER, Roles.COMMANDER})
    public RestResponse<SourceView> read(UUID id) {
        return shown(sources.find(id).orElseThrow(() -> CommonProblem.notFound("the source")));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public RestResponse<SourceView> describe(UUID id, @NotNull SourceDescription description) {
        return shown(sources.describe(id, description, caller, this::requireMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public void remove(UUID id) {
        sources.remove(id, caller, this::requireMatch);
    }

    /** The poll itself follows within seconds; its outcome shows at the source. */
    @POST
    @Path("/{id}/poll")
    @RolesAllowed(Roles.INTAKE_OFFICER)
    @APIResponse(
            responseCode = "202",
            description = "It is polled next",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public RestResponse<SourceView> poll(UUID id) {
        return RestResponse.accepted(sources.shown(sources.pollNow(id)));
    }

    private void requireMatch(Source source) {
        preconditions.requireMatch(Preconditions.tag(source.version()));
    }

    private RestResponse<SourceView> shown(Source source) {
        return RestResponse.ResponseBuilder.ok(sources.shown(source))
                .tag(Preconditions.tag(source.version()))
                .build();
    }
}
