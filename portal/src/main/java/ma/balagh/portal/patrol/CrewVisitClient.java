package ma.balagh.portal.patrol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about the visits of a crew. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/patrol-visits")
public interface CrewVisitClient {

    @GET
    CrewVisitsResponse own();

    /** Said twice, it is noted once. */
    @PUT
    @Path("/{id}/observation")
    VisitObservationsResponse.Observation observe(@PathParam("id") UUID id, Observe command);

    /** @param at when a phone that had no network noted it; nothing where it is told at once */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Observe(
            @Nullable String kind,
            @Nullable String note,
            @Nullable Instant at) {}
}
