package ma.balagh.portal.item;

import io.quarkus.qute.TemplateData;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
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

/** What the portal asks of intake about what sources published. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1")
public interface ItemClient {

    @GET
    @Path("/items")
    ResponsePage<ItemResponse> list(
            @QueryParam("standing") @Nullable String standing,
            @QueryParam("sourceId") @Nullable UUID sourceId,
            @QueryParam("toReview") boolean toReview,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/items/{id}")
    ItemResponse read(@PathParam("id") UUID id);

    @POST
    @Path("/items/{id}/review")
    ItemResponse review(@PathParam("id") UUID id, Review review);

    @GET
    @Path("/items/quality")
    Quality quality();

    /** As far as an item needs to know of its source. */
    @GET
    @Path("/sources/{id}")
    SourceName source(@PathParam("id") UUID id);

    @GET
    @Path("/sources")
    ResponsePage<SourceName> sources(@QueryParam("limit") int limit);

    /** @param relevant it becomes a report */
    record Review(@Nullable Boolean relevant, @Nullable String reason) {}

    /** A source by its name. */
    @TemplateData
    record SourceName(UUID id, String name) {}

    /**
     * How often the score is wrong about what it sets aside, estimated from items that were drawn and looked at.
     *
     * @param rate share of the missed, 0 to 1; absent while none was looked at
     * @param low and
     * @param high its bounds, with 95 %
     */
    @TemplateData
    record Quality(
            int drawn,
            int reviewed,
            int missed,
            @Nullable Double rate,
            @Nullable Double low,
            @Nullable Double high) {

        /** Whether there is an estimate; one of nothing missed is one, too. */
        public boolean isKnown() {
            return rate != null;
        }
    }
}
