package ma.balagh.portal.road;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about closed roads. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/road-closures")
public interface RoadClosureClient {

    @GET
    ResponsePage<RoadClosureResponse> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @POST
    RoadClosureResponse close(@HeaderParam("Idempotency-Key") String key, Close closure);

    @DELETE
    @Path("/{id}")
    void lift(@PathParam("id") UUID id);

    /** What somebody closes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Close(
            @Nullable String jurisdiction,
            @Nullable String reason,
            @Nullable JsonNode geometry,
            @Nullable Instant until) {}
}
