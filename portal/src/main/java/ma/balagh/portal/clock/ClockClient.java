package ma.balagh.portal.clock;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about time. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/statistics")
public interface ClockClient {

    @GET
    @Path("/clocks")
    ClocksResponse clocks(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType);

    /** What is behind a stage, the slowest first. */
    @GET
    @Path("/clocks/{stage}/samples")
    ResponsePage<ClockSampleResponse> samples(
            @PathParam("stage") ClocksResponse.Stage stage,
            @QueryParam("from") String from,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType,
            @QueryParam("limit") int limit);

    @GET
    @Path("/clocks/{stage}/samples.csv")
    String file(
            @PathParam("stage") ClocksResponse.Stage stage,
            @QueryParam("from") String from,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType);

    /** For commanders alone. */
    @GET
    @Path("/backlog")
    OperationalBacklogResponse backlog();
}
