package ma.balagh.portal.command;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has dispatch note who took the desk along. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/statistics/desk-exports")
interface DeskExportClient {

    @POST
    void note(DeskExport export);

    /** That the caller takes the desk along. */
    record DeskExport(DeskExportFormat format) {}
}
