package ma.balagh.portal.patrol;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about patrol plans. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/patrol-plans")
public interface PatrolPlanClient {

    /**
     * Newest first.
     *
     * @param from ISO 8601; leaves out what is over by then
     * @param to ISO 8601; leaves out what begins later
     */
    @GET
    ResponsePage<PatrolPlanSummaryResponse> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/effect")
    PatrolEffectResponse effect();

    @GET
    @Path("/{id}")
    RestResponse<PatrolPlanResponse> read(@PathParam("id") UUID id);

    @GET
    @Path("/{id}/dosage")
    PatrolDosageResponse dosage(@PathParam("id") UUID id);

    @GET
    @Path("/{id}/observations")
    VisitObservationsResponse observations(@PathParam("id") UUID id);

    @POST
    PatrolPlanResponse make(@HeaderParam("Idempotency-Key") String key, Make command);

    /** @param tag of what was read; without it nothing is approved */
    @POST
    @Path("/{id}/approval")
    PatrolPlanResponse approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag);

    @POST
    @Path("/{id}/withdrawal")
    PatrolPlanResponse withdraw(@PathParam("id") UUID id, Withdraw command);

    /** Why a plan is withdrawn. */
    record Withdraw(@Nullable String reason) {}

    /** What a plan is to be made for. */
    record Make(
            @Nullable String jurisdiction,
            @Nullable Instant from,
            @Nullable Instant to,
            List<Secured> places) {}

    /** A place that is secured beside the black spots. */
    record Secured(
            @Nullable String name,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer visits,
            @Nullable String reason) {}
}
