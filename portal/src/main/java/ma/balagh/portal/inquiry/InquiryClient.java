package ma.balagh.portal.inquiry;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** What the portal asks of dispatch about inquiries. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/inquiries")
public interface InquiryClient {

    @GET
    ResponsePage<InquiryResponse> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/{id}")
    InquiryResponse read(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/closing")
    InquiryResponse close(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Close closing);

    /** What the inspector found. */
    record Close(@Nullable String finding, @Nullable String reason) {}
}
