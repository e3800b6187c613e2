package ma.balagh.portal.clock;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import ma.balagh.portal.escalation.StageClockResponse;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about the stages of incidents. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/statistics/incident-stages")
public interface StageStatisticsClient {

    @GET
    StageStatisticsResponse statistics(
            @QueryParam("from") String from,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType);

    /** The slowest first. */
    @GET
    @Path("/{stage}/incidents")
    ResponsePage<StageSampleResponse> incidents(
            @PathParam("stage") StageClockResponse.Stage stage,
            @QueryParam("from") String from,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType,
            @QueryParam("limit") int limit);

    @GET
    @Path("/{stage}/incidents.csv")
    String file(
            @PathParam("stage") StageClockResponse.Stage stage,
            @QueryParam("from") String from,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType);
}
