package ma.balagh.portal.joint;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the portal asks of dispatch about all incidents and idle units together. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1")
public interface JointClient {

    @GET
    @Path("/incidents/joint-assignment")
    JointAssignmentResponse jointAssignment();

    @GET
    @Path("/units/move-ups")
    ResponsePage<MoveUpResponse> moveUps();
}
