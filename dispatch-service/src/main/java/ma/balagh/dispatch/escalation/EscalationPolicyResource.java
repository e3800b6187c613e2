package ma.balagh.dispatch.escalation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.dispatch.runcard.IncidentType;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Targets and escalation over REST, of the caller's territories. */
@Tag(name = "Escalation")
@Path("/api/v1/escalation-policies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
class EscalationPolicyResource {

    private final EscalationPolicyService policies;
    private final Caller caller;
    private final Preconditions preconditions;

    EscalationPolicyResource(EscalationPolicyService policies, Caller caller, Preconditions preconditions) {
        this.policies = policies;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @GET
    @Operation(
            summary = "The built-in policy and all that apply in your territories",
            description = "An incident follows the policy of the nearest territory, and there the one for its type.")
    public Page<EscalationPolicyView> list() {
        return new Page<>(policies.list().stream().map(EscalationPolicyView::of).toList(), null);
    }

    @GET
    @Path("/{jurisdiction}")
    @Operation(
            summary = "The policy that applies in a territory",
            description = "It names the territory that it was made for, which may be a wider one.")
    public RestResponse<EscalationPolicyView> show(
            @Size(max = Jurisdictions.LONGEST) @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentType incidentType) {
        requireVisible(jurisdiction);
        var policy = policies.applying(jurisdiction, incidentType);
        return preconditions.tagged(Preconditions.tag(policy.tag()), () -> EscalationPolicyView.of(policy));
    }

    @PUT
    @Path("/{jurisdiction}")
    @Operation(
            summary =
                    "Put a policy in the place of the one that applies in a territory; the same again changes nothing",
            description = "Stages that run keep their targets.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "412", description = "Another policy applies there by now")
    @APIResponse(responseCode = "428", description = "No If-Match")
    @Parameter(ref = HttpHeaders.IF_MATCH)
    public RestResponse<EscalationPolicyView> put(
            @Size(max = Jurisdictions.LONGEST) @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    String jurisdiction,
            @QueryParam("incidentType") @Nullable IncidentType incidentType,
            @Valid @NotNull EscalationPolicyDescription description) {
        requireVisible(jurisdiction);
        if (!caller.jurisdictions().covers(jurisdiction)) {
            throw CommonProblem.invalid(Violation.notYourJurisdiction("jurisdiction"));
        }
        var faults = description.faults();
        if (!faults.isEmpty()) {
            throw CommonProblem.invalid(faults);
        }
        preconditions.requireStated();
        var policy = policies.put(
                jurisdiction,
                incidentType,
                description.stages(),
                caller.name(),
                present -> preconditions.requireMatch(Preconditions.tag(present.tag())));
        return ResponseBuilder.ok(EscalationPolicyView.of(policy))
                .tag(Preconditions.tag(policy.tag()))
                .build();
    }

    /** The caller's territories, and those that they lie in. */
    private void requireVisible(String jurisdiction) {
        var own = caller.jurisdictions();
        if (!own.covers(jurisdiction) && own.codes().stream().noneMatch(code -> code.startsWith(jurisdiction + "-"))) {
            throw CommonProblem.notFound("the territory");
        }
    }
}
