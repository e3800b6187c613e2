package ma.balagh.portal.known;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of analysis about known footage. */
@RegisterRestClient(configKey = "analysis")
@ApplyGuard("analysis")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/known-footage")
public interface KnownFootageClient {

    @GET
    ResponsePage<KnownFootageResponse> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    /** With its {@code ETag}, for removing what was read. */
    @GET
    @Path("/{id}")
    RestResponse<KnownFootageResponse> readTagged(@PathParam("id") UUID id);

    @POST
    KnownFootageResponse bank(@HeaderParam("Idempotency-Key") String key, Bank footage);

    /** @param tag of the entry as it was read; 412 when it changed since */
    @DELETE
    @Path("/{id}")
    void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag);

    /** What evidence is known as. */
    record Bank(
            UUID evidenceId,
            @Nullable String kind,
            @Nullable String reference,
            @Nullable String summary) {}
}
