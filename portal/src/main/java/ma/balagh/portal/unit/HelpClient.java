package ma.balagh.portal.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
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

/** What the portal asks of dispatch about help between jurisdictions. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/help-requests")
public interface HelpClient {

    @GET
    ResponsePage<HelpRequestResponse> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @POST
    HelpRequestResponse ask(@HeaderParam("Idempotency-Key") String key, Ask request);

    @POST
    @Path("/{id}/grant")
    HelpRequestResponse grant(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Grant grant);

    @POST
    @Path("/{id}/refusal")
    HelpRequestResponse refuse(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/end")
    HelpRequestResponse end(@PathParam("id") UUID id);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ask(
            @Nullable String asking,
            @Nullable String asked,
            @Nullable String reason,
            @Nullable Instant until) {}

    /** @param unitId the one unit that may help; absent for all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Grant(@Nullable String unitId) {}
}
