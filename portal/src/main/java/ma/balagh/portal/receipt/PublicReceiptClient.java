package ma.balagh.portal.receipt;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the portal asks of intake for whoever has a code: in nobody's name. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/public/receipts")
interface PublicReceiptClient {

    @GET
    @Path("/{code}")
    PublicReceiptResponse read(@PathParam("code") String code);
}
