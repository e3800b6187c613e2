package ma.balagh.portal.ageing;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import ma.balagh.portal.upstream.CallerToken;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.ProblemReader;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about reports without an answer. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/reports")
public interface AgeingService {

    @GET
    @Path("/ageing")
    Ageing ageing();

    /**
     * Oldest first.
     *
     * @param olderThan the least age, as ISO 8601 writes it
     */
    @GET
    @Path("/unanswered")
    Items<Unanswered> unanswered(
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("olderThan") @Nullable String olderThan,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);
}
