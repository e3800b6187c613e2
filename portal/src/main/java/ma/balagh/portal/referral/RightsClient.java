package ma.balagh.portal.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** What the portal asks of dispatch about the rights of arrested people. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/incidents/{id}/rights")
public interface RightsClient {

    @GET
    RightsResponse rights(@PathParam("id") UUID id);

    @POST
    RightsResponse addPerson(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, NewPerson command);

    @PUT
    @Path("/{person}")
    RightsResponse tellPerson(@PathParam("id") UUID id, @PathParam("person") int person, Person command);

    @PUT
    @Path("/{person}/{duty}")
    RightsResponse tellDuty(
            @PathParam("id") UUID id, @PathParam("person") int person, @PathParam("duty") String duty, Duty command);

    record NewPerson(boolean minor) {}

    /** What is told of a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(boolean minor, @Nullable String reason) {}

    /**
     * What is told of a duty.
     *
     * @param at when it was done; nothing where that is now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Duty(
            boolean done, @Nullable Instant at, @Nullable String reason) {}
}
