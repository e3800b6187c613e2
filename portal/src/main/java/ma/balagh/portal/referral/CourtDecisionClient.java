package ma.balagh.portal.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about courts' decisions. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/incidents/{id}/court-decisions")
public interface CourtDecisionClient {

    @GET
    CourtDecisionResponse.All decisions(@PathParam("id") UUID id);

    @POST
    CourtDecisionResponse tell(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Decision command);

    /** A decision, as it was filled in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            @Nullable String kind,
            @Nullable String court,
            @Nullable String reference,
            @Nullable Instant decidedAt,
            @Nullable String summary) {}
}
