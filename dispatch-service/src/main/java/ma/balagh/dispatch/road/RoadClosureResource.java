package ma.balagh.dispatch.road;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Road closures over REST: those in force. */
@Tag(name = "Roads")
@Path("/api/v1/road-closures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
class RoadClosureResource {

    private final RoadClosureService closures;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    RoadClosureResource(
            RoadClosureService closures, Caller caller, Preconditions preconditions, IdempotencyService keys) {
        this.closures = closures;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @Operation(summary = "Closures in force, newest first")
    public Page<RoadClosureView> list(@BeanParam PageRequest page) {
        return Page.of(closures.list(page), page, RoadClosure::id).map(closures::view);
    }

    @POST
    @Operation(summary = "Close roads; travel times know of it within a second")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RoadClosureView.class)))
    public RestResponse<RoadClosureView> close(@Valid @NotNull RoadClosureRequest request) {
        var jurisdiction = jurisdiction(request);
        return keys.once(request, () -> {
            var closure = closures.close(request, jurisdiction, caller);
            return ResponseBuilder.<RoadClosureView>created(URI.create("/api/v1/road-closures/" + closure.id()))
                    .tag(Preconditions.tag(closure.version()))
                    .entity(closures.view(closure))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One closure in force")
    public RestResponse<RoadClosureView> show(UUID id) {
        var closure = closures.read(id);
        return preconditions.tagged(Preconditions.tag(closure.version()), () -> closures.view(closure));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Lift a closure")
    @APIResponse(responseCode = "204", description = "Lifted")
    @APIResponse(responseCode = "409", description = "Over")
    public void lift(UUID id) {
        closures.lift(id, caller, closure -> preconditions.requireMatch(Preconditions.tag(closure.version())));
    }

    private String jurisdiction(RoadClosureRequest request) {
        return Optional.ofNullable(request.jurisdiction())
                .or(caller.jurisdictions()::first)
                .filter(caller.jurisdictions()::covers)
                .orElseThrow(() -> CommonProblem.invalid(Violation.notYourJurisdiction("jurisdiction")));
    }
}
