package ma.balagh.portal.examination;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerToken;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.ProblemReader;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the portal asks of the laboratory. */
@RegisterRestClient(configKey = "analysis")
@ApplyGuard("analysis")
@RegisterProvider(CallerToken.class)
@RegisterProvider(ViewersLanguage.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/examinations")
public interface ExaminationService {

    @GET
    @Path("/{id}")
    Examination read(@PathParam("id") UUID id);

    /** None where that evidence does not exist for the viewer. */
    @GET
    Items<Examination> of(@QueryParam("evidenceId") UUID evidenceId);
}
