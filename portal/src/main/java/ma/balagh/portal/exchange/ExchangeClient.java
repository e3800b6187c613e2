package ma.balagh.portal.exchange;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about what leaves the agency. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1")
interface ExchangeClient {

    @GET
    @Path("/callbacks")
    ResponsePage<PartnerCallbackResponse> callbacks(@QueryParam("limit") int limit);

    @DELETE
    @Path("/callbacks/{id}")
    void endCallback(@PathParam("id") UUID id);

    @GET
    @Path("/incidents/exports")
    ResponsePage<IncidentExportResponse> exports(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);
}
