package ma.balagh.portal.communique;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch for the public: in nobody's name. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/public/communiques")
interface PublicCommuniqueClient {

    @GET
    ResponsePage<PublicCommuniqueResponse> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/{id}")
    PublicCommuniqueResponse read(@PathParam("id") UUID id);

    @GET
    @Path("/feed.atom")
    @Produces("application/atom+xml")
    String feed(@QueryParam("lang") String language);

    @GET
    @Path("/{id}.cap")
    @Produces("application/cap+xml")
    String alert(@PathParam("id") UUID id);
}
