package ma.balagh.portal.link;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about media that are named by their address. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/media-links")
public interface MediaLinkClient {

    /**
     * Oldest first.
     *
     * @param failing whether the last attempts brought nothing
     */
    @GET
    ResponsePage<MediaLinkResponse> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("failing") @Nullable Boolean failing,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/{id}")
    MediaLinkResponse read(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/retry")
    MediaLinkResponse retry(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Retry retry);

    /** @param reason why there is hope */
    record Retry(@Nullable String reason) {}
}
