package ma.balagh.portal.runcard;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about run cards. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/run-cards")
interface RunCardClient {

    @GET
    ResponsePage<RunCardResponse> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/{id}")
    RestResponse<RunCardResponse> readTagged(@PathParam("id") UUID id);

    @POST
    RunCardResponse write(@HeaderParam("Idempotency-Key") String key, Describe card);

    /** @param tag of the card as it was read; 412 when it changed since */
    @PUT
    @Path("/{id}")
    RunCardResponse describe(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, Describe card);

    /** What a card says. */
    record Describe(
            @Nullable String jurisdiction,
            @Nullable String type,
            @Nullable Integer alarmLevel,
            List<RunCardResponse.Requirement> requirements) {}
}
