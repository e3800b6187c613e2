package ma.balagh.intake.callback;

import static ma.balagh.http.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.callback.CallbackService;
import ma.balagh.callback.CallbackView;
import ma.balagh.callback.RegisteredCallback;
import ma.balagh.callback.signature.NewSecret;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a partner wants to be told of its receipts: its own callbacks only. */
@Path("/api/v1/callbacks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(PARTNER)
class CallbackResource {

    private final CallbackService callbacks;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Preconditions preconditions;

    CallbackResource(CallbackService callbacks, Caller caller, IdempotencyService keys, Preconditions preconditions) {
        this.callbacks = callbacks;
        this.caller = caller;
        this.keys = keys;
        this.preconditions = preconditions;
    }

    @POST
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RegisteredCallback.class)))
    public RestResponse<RegisteredCallback> register(RegisterCallback command, UriInfo uri) {
        Supplier<String> url = callbacks.check(command.url());
        RestResponse<CallbackView> created = keys.once(command, () -> {
            CallbackView callback = callbacks.register(caller.id(), url.get());
            URI location =
                    uri.getAbsolutePathBuilder().path(callback.id().toString()).build();
            return RestResponse.ResponseBuilder.<CallbackView>created(location)
                    .entity(callback)
                    .build();
        });
        // The answer that is kept under the key has no secret in it: that one lies sealed only.
        URI location = created.getLocation();
        UUID id =
                UUID.fromString(location.getPath().substring(location.getPath().lastIndexOf('/') + 1));
        return RestResponse.ResponseBuilder.<RegisteredCallback>created(location)
                .entity(callbacks.registered(id, caller.id()).orElseThrow(CallbackResource::absent))
                .build();
    }

    @GET
    public Page<CallbackView> list(@BeanParam PageRequest request) {
        return callbacks.page(caller.id(), request);
    }

    @GET
    @Path("/{id}")
    public RestResponse<CallbackView> read(UUID id) {
        CallbackView callback = existing(id);
        return preconditions.tagged(preconditions.tagOf(callback), () -> callback);
    }

    @DELETE
    @Path("/{id}")
    public void delete(UUID id) {
        preconditions.requireMatch(preconditions.tagOf(existing(id)));
        callbacks.delete(id);
    }

    @POST
    @Path("/{id}/secrets")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public NewSecret changeSecret(UUID id) {
        keys.once(Map.of(), () -> existing(id), () -> {
            if (callbacks.changeSecret(id, caller.id()).isEmpty()) {
                throw absent();
            }
            return RestResponse.noContent();
        });
        // As with a registration, no secret is kept under the key.
        return callbacks.presentSecret(id, caller.id()).orElseThrow(CallbackResource::absent);
    }

    private CallbackView existing(UUID id) {
        return callbacks.find(id, caller.id()).orElseThrow(CallbackResource::absent);
    }

    private static ProblemException absent() {
        return CommonProblem.notFound("the callback");
    }
}
