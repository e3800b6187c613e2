package ma.balagh.dispatch.help;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Help between jurisdictions, over REST: both sides see a request, the one that is asked answers it. */
@Tag(name = "Help")
@Path("/api/v1/help-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DISPATCHER)
class HelpRequestResource {

    private final HelpService help;
    private final HelpRequestRepository repository;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    HelpRequestResource(
            HelpService help,
            HelpRequestRepository repository,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.help = help;
        this.repository = repository;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
    @Operation(summary = "Requests for help, by and of the own jurisdictions, newest first")
    public Page<HelpRequestView> list(
            @QueryParam("state") HelpRequest.@Nullable State state, @BeanParam PageRequest page) {
        return Page.of(repository.list(state, page), page, HelpRequest::id).map(HelpRequest::view);
    }

    @POST
    @Operation(summary = "Ask another jurisdiction for units")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = HelpRequestView.class)))
    public RestResponse<HelpRequestView> ask(@Valid @NotNull HelpDescription description) {
        return keys.once(description, () -> {
            var request = help.ask(description, caller);
            return ResponseBuilder.<HelpRequestView>created(URI.create("/api/v1/help-requests/" + request.id()))
                    .tag(Preconditions.tag(request.version()))
                    .entity(request.view())
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
    @Operation(summary = "One request for help")
    public RestResponse<HelpRequestView> show(UUID id) {
        var request = visible(id);
        return preconditions.tagged(Preconditions.tag(request.version()), request::view);
    }

    @POST
    @Path("/{id}/grant")
    @Operation(summary = "Let units help until the time that was asked for; for dispatchers of the jurisdiction asked")
    public RestResponse<HelpRequestView> grant(UUID id, @Valid @NotNull Grant grant) {
        return keys.once(
                grant, () -> visible(id), () -> answer(help.grant(id, grant.unitId(), caller, this::unchanged)));
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(summary = "Refuse help; for dispatchers of the jurisdiction asked")
    public RestResponse<HelpRequestView> refuse(UUID id) {
        return answer(help.refuse(id, caller, this::unchanged));
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "End help, or take the request back; units that are on an incident stay until they are done")
    public RestResponse<HelpRequestView> end(UUID id) {
        return answer(help.end(id, caller, this::unchanged));
    }

    private HelpRequest visible(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(HelpService::notFound);
    }

    private void unchanged(HelpRequest request) {
        preconditions.requireMatch(Preconditions.tag(request.version()));
    }

    private static RestResponse<HelpRequestView> answer(HelpRequest request) {
        return ResponseBuilder.ok(request.view())
                .tag(Preconditions.tag(request.version()))
                .build();
    }

    /** @param unitId the one unit that may help; left out, every unit of the jurisdiction that was asked */
    record Grant(@Nullable UUID unitId) {}
}
