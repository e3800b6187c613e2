package ma.balagh.portal.evidence;

import io.quarkus.qute.TemplateData;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about evidence; its bytes go by {@link MediaStreamClient}. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/evidence")
public interface EvidenceClient {

    @GET
    @Path("/{id}")
    Description describe(@PathParam("id") UUID id);

    @GET
    @Path("/{id}/custody")
    Custody custody(
            @PathParam("id") UUID id, @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/{id}/custody/compartment")
    Custody compartmentCustody(
            @PathParam("id") UUID id, @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    /** What intake knows of the file. */
    @TemplateData
    record Description(@Nullable String sha256, @Nullable Long size, String mediaType) {

        public boolean isImage() {
            return mediaType.startsWith("image/");
        }
    }

    /**
     * A page of the chain, oldest first.
     *
     * @param intact whether each entry of the page follows from the one before
     * @param fault what is wrong with it
     */
    @TemplateData
    record Custody(
            String sha256,
            boolean intact,
            @Nullable String fault,
            List<CustodyEntryResponse> items,
            @Nullable String next) {}
}
