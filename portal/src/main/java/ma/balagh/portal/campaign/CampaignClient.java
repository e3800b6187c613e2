package ma.balagh.portal.campaign;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch for the public: in nobody's name. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/public")
interface CampaignClient {

    @GET
    @Path("/statistics")
    PublicStatisticsResponse figures(@QueryParam("to") @Nullable String to);

    @GET
    @Path("/statistics")
    @Produces(MediaType.APPLICATION_JSON)
    String document(@QueryParam("to") @Nullable String to);

    @GET
    @Path("/statistics.csv")
    @Produces("text/csv")
    String table(@QueryParam("to") @Nullable String to);

    @GET
    @Path("/black-spots")
    PublicSpotsResponse spots();
}
