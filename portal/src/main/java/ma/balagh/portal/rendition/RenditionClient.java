package ma.balagh.portal.rendition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of the laboratory about renditions; their bytes go another way. */
@RegisterRestClient(configKey = "analysis")
@ApplyGuard("analysis")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1")
public interface RenditionClient {

    /** Newest first. */
    @GET
    @Path("/examinations/{id}/renditions")
    ResponsePage<RenditionResponse> of(@PathParam("id") UUID examinationId);

    /** The same wish again is answered with what it made. */
    @POST
    @Path("/examinations/{id}/renditions")
    RenditionResponse order(
            @PathParam("id") UUID examinationId, @HeaderParam("Idempotency-Key") String key, Order order);

    @GET
    @Path("/renditions/{id}")
    RenditionResponse read(@PathParam("id") UUID id);

    /** What is ordered; of a playable one its kind alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            String kind,
            @Nullable Boolean faces,
            @Nullable List<Rectangle> rectangles,
            @Nullable String sound) {

        static Order playable() {
            return new Order(RenditionResponse.Kind.PLAYABLE.name(), null, null, null);
        }
    }

    /** A part of the picture to be hidden; shares of its width and height, seconds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rectangle(
            @Nullable Double from,
            @Nullable Double to,
            @Nullable Double left,
            @Nullable Double top,
            @Nullable Double right,
            @Nullable Double bottom,
            boolean follow) {}
}
