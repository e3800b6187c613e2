package ma.balagh.portal.blackspot;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about black spots. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/black-spots")
public interface BlackSpotClient {

    /**
     * @param at nothing for now
     * @param hour of the week, Monday's first is 0; nothing for the whole week
     */
    @GET
    BlackSpotsResponse list(
            @QueryParam("at") @Nullable String at,
            @QueryParam("hour") @Nullable Integer hour,
            @QueryParam("jurisdiction") @Nullable String jurisdiction);
}
