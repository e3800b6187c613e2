package ma.balagh.portal.still;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the portal asks of analysis about stills; their bytes go another way. */
@RegisterRestClient(configKey = "analysis")
@ApplyGuard("analysis")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/dossiers/{dossierId}/still")
public interface StillClient {

    @GET
    RedactedStillResponse read(@PathParam("dossierId") UUID dossierId);
}
