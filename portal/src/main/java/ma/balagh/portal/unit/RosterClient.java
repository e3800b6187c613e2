package ma.balagh.portal.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** What the portal asks of dispatch about units. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/units")
public interface RosterClient {

    @GET
    ResponsePage<UnitDetailResponse> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @POST
    UnitDetailResponse enlist(@HeaderParam("Idempotency-Key") String key, Describe description);

    /** With its {@code ETag}, for changing what was read. */
    @GET
    @Path("/{id}")
    RestResponse<UnitDetailResponse> readTagged(@PathParam("id") UUID id);

    /** @param tag of the unit as it was read; 412 when somebody changed it since */
    @PUT
    @Path("/{id}")
    UnitDetailResponse describe(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, Describe description);

    @PUT
    @Path("/{id}/status")
    UnitDetailResponse report(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, StatusChange change);

    @PUT
    @Path("/{id}/position")
    void moveTo(@PathParam("id") UUID id, Place place);

    @PUT
    @Path("/{id}/shift")
    UnitDetailResponse plan(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, UnitDetailResponse.Shift shift);

    @DELETE
    @Path("/{id}/shift")
    UnitDetailResponse cancelShift(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag);

    @PUT
    @Path("/{id}/home-post")
    UnitDetailResponse moveHome(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, Home home);

    @DELETE
    @Path("/{id}/home-post")
    UnitDetailResponse leaveHome(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag);

    /** A unit as a dispatcher wants it: only what was filled in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Describe(
            @Nullable String callSign,
            @Nullable String kind,
            @Nullable Integer crew,
            @Nullable String jurisdiction,
            List<String> skills,
            List<String> equipment) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatusChange(@Nullable String status, @Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Home(
            @Nullable String name,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /**
     * Where a unit is, as its phone says.
     *
     * @param heading in degrees clockwise from north
     * @param speed in metres per second
     * @param accuracy in metres
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Instant at,
            @Nullable Double heading,
            @Nullable Double speed,
            @Nullable Double accuracy) {}
}
