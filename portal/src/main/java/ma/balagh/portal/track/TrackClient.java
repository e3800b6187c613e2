package ma.balagh.portal.track;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the portal asks of dispatch about where units have been. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/units/{id}/track")
public interface TrackClient {

    @GET
    TrackResponse read(@PathParam("id") UUID id, @QueryParam("from") String from, @QueryParam("to") String to);
}
