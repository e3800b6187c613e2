package ma.balagh.intake.source.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import ma.balagh.callback.signature.NewSecret;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Roles;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.source.item.ItemService;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a webhook's sender delivers, and where an officer gets the secret that the sender signs with. */
@Path("/api/v1/sources/{id}")
@Produces(MediaType.APPLICATION_JSON)
class WebhookResource {

    private final WebhookDeliveryService deliveries;
    private final IdempotencyService keys;

    WebhookResource(WebhookDeliveryService deliveries, IdempotencyService keys) {
        this.deliveries = deliveries;
        this.keys = keys;
    }

    /** Makes a secret; the one before stays valid for a day. */
    @POST
    @Path("/secrets")
    @RolesAllowed(Roles.INTAKE_OFFICER)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public NewSecret changeSecret(UUID id) {
        keys.once(Map.of(), () -> deliveries.presentSecret(id), () -> {
            deliveries.changeSecret(id);
            return RestResponse.noContent();
        });
        // The answer that is kept under the key has no secret in it: that one lies sealed only.
        return deliveries.presentSecret(id);
    }

    /**
     * A document of any kind that sources are polled for. The signature takes the place of a token: whoever does not know
     * the secret learns nothing, not even that there is such a source.
     */
    @POST
    @Path("/deliveries")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @RunOnVirtualThread
    public ItemService.Taken deliver(UUID id, InputStream body, @Context HttpHeaders headers) {
        return deliveries.accept(
                id,
                new WebhookDeliveryService.Message(
                        headers.getHeaderString("webhook-id"),
                        headers.getHeaderString("webhook-timestamp"),
                        headers.getHeaderString("webhook-signature"),
                        headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
                        read(body)));
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(WebhookDeliveryService.MAX_BYTES + 1);
            if (bytes.length > WebhookDeliveryService.MAX_BYTES) {
                throw CommonProblem.PAYLOAD_TOO_LARGE.because(
                        "a delivery may have %,d bytes".formatted(WebhookDeliveryService.MAX_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw IntakeProblem.INCOMPLETE_UPLOAD.because("the connection ended before the delivery did");
        }
    }
}
