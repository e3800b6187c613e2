package ma.balagh.dispatch.partner;

import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import ma.balagh.callback.CallbackService;
import ma.balagh.callback.RegisteredCallback;
import ma.balagh.callback.signature.NewSecret;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where partners want to be told of incidents: each its own callbacks only, commanders and auditors how they are doing. */
@Tag(name = "Partners")
@Path("/api/v1/callbacks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(PARTNER)
class IncidentCallbackResource {

    private final IncidentCallbackService incidentCallbacks;
    private final CallbackService callbacks;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Preconditions preconditions;

    IncidentCallbackResource(
            IncidentCallbackService incidentCallbacks,
            CallbackService callbacks,
            Caller caller,
            IdempotencyService keys,
            Preconditions preconditions) {
        this.incidentCallbacks = incidentCallbacks;
        this.callbacks = callbacks;
        this.caller = caller;
        this.keys = keys;
        this.preconditions = preconditions;
    }

    @POST
    @Operation(summary = "Be told of incidents: opened, another state, an outcome; the secret is shown once")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RegisteredCallback.class)))
    public RestResponse<RegisteredCallback> register(@Valid @NotNull IncidentCallbackRequest command) {
        var jurisdictions = IncidentCallbackService.jurisdictions(command.jurisdictions(), caller.jurisdictions());
        var url = callbacks.check(command.url());
        RestResponse<IncidentCallbackView> created = keys.once(command, () -> {
            var callback = incidentCallbacks.register(caller, url.get(), jurisdictions);
            return ResponseBuilder.<IncidentCallbackView>created(URI.create("/api/v1/callbacks/" + callback.id()))
                    .entity(callback)
                    .build();
        });
        // The answer that is kept under the key has no secret in it: that one lies sealed only.
        URI location = created.getLocation();
        var path = location.getPath();
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return ResponseBuilder.<RegisteredCallback>created(location)
                .entity(callbacks.registered(id, caller.id()).orElseThrow(IncidentCallbackResource::absent))
                .build();
    }

    @GET
    @RolesAllowed({PARTNER, COMMANDER, AUDITOR})
    @Operation(
            summary = "The callbacks and how far their messages are, newest first",
            description = "A partner gets its own, others those that are told of incidents in their jurisdictions.")
    public Page<IncidentCallbackView> list(@BeanParam PageRequest request) {
        return caller.has(PARTNER) ? incidentCallbacks.page(caller.id(), request) : incidentCallbacks.page(request);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One callback and how far its messages are")
    public RestResponse<IncidentCallbackView> read(UUID id) {
        var callback = existing(id);
        return preconditions.tagged(preconditions.tagOf(callback), () -> callback);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({PARTNER, COMMANDER})
    @Operation(
            summary = "Be told no more; what waits is not sent",
            description = "A commander ends those that are told of their jurisdictions alone.")
    public void delete(UUID id) {
        if (caller.has(PARTNER)) {
            preconditions.requireMatch(preconditions.tagOf(existing(id)));
            callbacks.delete(id);
        } else {
            incidentCallbacks.end(id, caller.jurisdictions());
        }
    }

    @POST
    @Path("/{id}/secrets")
    @Operation(summary = "Another secret; messages are signed with the earlier one, too, for a while")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public NewSecret changeSecret(UUID id) {
        keys.once(Map.of(), () -> existing(id), () -> {
            if (callbacks.changeSecret(id, caller.id()).isEmpty()) {
                throw absent();
            }
            return RestResponse.noContent();
        });
        // As with a registration, no secret is kept under the key.
        return callbacks.presentSecret(id, caller.id()).orElseThrow(IncidentCallbackResource::absent);
    }

    private IncidentCallbackView existing(UUID id) {
        return incidentCallbacks.find(id, caller.id()).orElseThrow(IncidentCallbackResource::absent);
    }

    private static ProblemException absent() {
        return CommonProblem.notFound("the callback");
    }
}
