package ma.balagh.portal.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import ma.balagh.portal.escalation.StageClockResponse;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about targets and escalation. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/escalation-policies")
public interface EscalationPolicyClient {

    @GET
    ResponsePage<EscalationPolicyResponse> list();

    /** The one that applies there, with its {@code ETag}, for changing what was read. */
    @GET
    @Path("/{jurisdiction}")
    RestResponse<EscalationPolicyResponse> applying(
            @PathParam("jurisdiction") String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType);

    /** @param tag of the policy as it was read; 412 when another one applies by now */
    @PUT
    @Path("/{jurisdiction}")
    EscalationPolicyResponse put(
            @PathParam("jurisdiction") String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentTypeCode incidentType,
            @HeaderParam("If-Match") @Nullable String tag,
            Describe policy);

    /** The policy as it shall be. */
    record Describe(List<DescribeStage> stages) {}

    /** A target, as it was typed. */
    record DescribeStage(
            StageClockResponse.Stage stage, @Nullable Integer targetSeconds, List<DescribeStep> steps) {}

    /** A step of escalation; the severity belongs to a unit that is sent without a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DescribeStep(
            StageClockResponse.Step step,
            Integer afterSeconds,
            @Nullable Integer fromSeverity) {}
}
