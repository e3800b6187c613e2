package ma.balagh.portal.report;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of analysis about reports. */
@RegisterRestClient(configKey = "analysis")
@ApplyGuard("analysis")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/dossiers")
public interface AttachmentClient {

    @POST
    @Path("/{id}/reports")
    void attach(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Attach command);

    /** Reports become part of a dossier. */
    record Attach(List<String> reportIds, @Nullable String reason) {}
}
