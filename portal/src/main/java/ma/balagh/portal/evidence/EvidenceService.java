package ma.balagh.portal.evidence;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerToken;
import ma.balagh.portal.upstream.ProblemReader;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about evidence; its bytes go by {@link MediaStream}. */
@RegisterRestClient(configKey = "intake")
@RegisterProvider(CallerToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/evidence")
public interface EvidenceService {

    @GET
    @Path("/{id}")
    Description describe(@PathParam("id") UUID id);

    @GET
    @Path("/{id}/custody")
    Custody custody(@PathParam("id") UUID id);

    /** What intake knows of the file. */
    @TemplateData
    record Description(@Nullable String sha256, @Nullable Long size, String mediaType) {

        public boolean isImage() {
            return mediaType.startsWith("image/");
        }
    }

    /**
     * The chain, oldest first.
     *
     * @param intact whether each entry follows from the one before
     * @param fault what is wrong with it
     */
    @TemplateData
    record Custody(String sha256, boolean intact, @Nullable String fault, List<CustodyEntry> items) {}
}
