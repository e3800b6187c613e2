package ma.balagh.portal.examination;

import io.smallrye.faulttolerance.api.ApplyGuard;
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

/** What the portal asks of the laboratory. */
@RegisterRestClient(configKey = "analysis")
@ApplyGuard("analysis")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ViewerLanguageFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/examinations")
public interface ExaminationClient {

    @GET
    @Path("/{id}")
    ExaminationResponse read(@PathParam("id") UUID id);

    /** None where that evidence does not exist for the viewer. */
    @GET
    ResponsePage<ExaminationResponse> of(@QueryParam("evidenceId") UUID evidenceId);
}
