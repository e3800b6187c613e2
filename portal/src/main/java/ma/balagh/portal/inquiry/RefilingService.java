package ma.balagh.portal.inquiry;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import ma.balagh.portal.upstream.CallerToken;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.ProblemReader;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about bytes of the compartment that come in outside it. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/evidence/refilings")
public interface RefilingService {

    @GET
    Items<Refiling> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);
}
