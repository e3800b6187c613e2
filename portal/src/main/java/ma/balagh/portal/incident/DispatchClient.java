package ma.balagh.portal.incident;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.UUID;
import ma.balagh.portal.referral.OutcomeForm;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about incidents and units. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1")
public interface DispatchClient {

    /** @param states one or more; none for all */
    @GET
    @Path("/incidents")
    ResponsePage<IncidentRow> incidents(
            @QueryParam("state") Collection<IncidentResponse.State> states,
            @QueryParam("missingRights") @Nullable Boolean missingRights,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    /** To be read before what the viewer then follows. */
    @GET
    @Path("/incidents/events/position")
    StreamPositionResponse streamPosition();

    @GET
    @Path("/incidents/{id}")
    IncidentResponse incident(@PathParam("id") UUID id);

    /** With its {@code ETag}, for sending somebody to what was read. */
    @GET
    @Path("/incidents/{id}")
    RestResponse<IncidentResponse> incidentTagged(@PathParam("id") UUID id);

    @GET
    @Path("/incidents/{id}/recommendations")
    ResponsePage<RecommendationResponse> recommendations(@PathParam("id") UUID id);

    @GET
    @Path("/units")
    ResponsePage<UnitResponse> units(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    /** @param tag of the incident as it was read; 412 when it changed since */
    @POST
    @Path("/incidents/{id}/assignments")
    AssignmentResponse assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            IncidentCommands.Assign command);

    @POST
    @Path("/incidents/{id}/planned-units")
    PlannedUnitResponse plan(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, IncidentCommands.Plan command);

    @DELETE
    @Path("/incidents/{id}/planned-units/{unitId}")
    void withdrawPlan(@PathParam("id") UUID id, @PathParam("unitId") UUID unitId);

    @POST
    @Path("/assignments/{id}/progress")
    AssignmentResponse progress(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, IncidentCommands.Progress command);

    @POST
    @Path("/assignments/{id}/stand-down")
    AssignmentResponse standDown(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, IncidentCommands.StandDown command);

    @POST
    @Path("/assignments/{id}/reassignment")
    AssignmentResponse reassign(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, IncidentCommands.Reassign command);

    @POST
    @Path("/assignments/{id}/assistance")
    AssignmentResponse askForAssistance(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            IncidentCommands.AskForAssistance command);

    @POST
    @Path("/incidents/{id}/reopening")
    IncidentResponse reopen(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, IncidentCommands.Reopen command);

    /** @param tag of the incident as it was read; 412 when it changed since */
    @PUT
    @Path("/incidents/{id}/classification")
    IncidentResponse classify(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, IncidentCommands.Classify command);

    @POST
    @Path("/incidents/{id}/cancellation")
    IncidentResponse cancel(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, IncidentCommands.Cancel command);

    @POST
    @Path("/incidents/{id}/outcome")
    IncidentResponse resolve(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, OutcomeForm.Told outcome);

    /** @param tag of the incident as it was read; 412 when it changed since */
    @POST
    @Path("/incidents/{id}/outcome/corrections")
    IncidentResponse correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            OutcomeForm.Correction correction);

    @POST
    @Path("/incidents/{id}/referral")
    IncidentResponse refer(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, IncidentCommands.Refer command);
}
