package ma.balagh.dispatch.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyKeys;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Incidents over REST: staff see those of their territory, a field unit those it was sent to. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents")
class IncidentResource {

    private final Incidents incidents;
    private final Assignments assignments;
    private final IncidentReader reader;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyKeys keys;

    IncidentResource(
            Incidents incidents,
            Assignments assignments,
            IncidentReader reader,
            Caller caller,
            Preconditions preconditions,
            IdempotencyKeys keys) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.reader = reader;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER, Roles.FIELD_UNIT})
    @Operation(summary = "Incidents, newest first; a field unit gets those it was sent to")
    public Page<IncidentSummary> list(
            @QueryParam("state") IncidentState.@Nullable Name state,
            @QueryParam("severity") @Min(1) @Max(4) @Nullable Integer severity,
            @QueryParam("jurisdiction")
                    @Pattern(regexp = Jurisdictions.CODE, message = "must be a code such as MA-CAS")
                    @Nullable
                    String jurisdiction,
            @BeanParam PageRequest page) {
        return reader.list(Scope.of(caller), new IncidentFilter(state, severity, jurisdiction), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER, Roles.FIELD_UNIT})
    @Operation(summary = "One incident with assignments, timeline, outcome and referral")
    public RestResponse<IncidentView> show(UUID id) {
        var scope = Scope.of(caller);
        var incident = reader.find(id, scope).orElseThrow(() -> CommonProblem.notFound("the incident"));
        return preconditions.tagged(Preconditions.tag(incident.version()), () -> reader.view(incident, scope));
    }

    @POST
    @Path("/{id}/assignments")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(summary = "Send a unit; 409 when the unit or the incident is taken")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @APIResponse(responseCode = "409", description = "Taken")
    public RestResponse<AssignmentView> assign(UUID id, @Valid @NotNull AssignUnit command) {
        return keys.once(command, () -> {
            var assignment =
                    assignments.assign(id, command.unitId(), Scope.of(caller), caller.name(), this::requireMatch);
            return ResponseBuilder.<AssignmentView>created(URI.create("/api/v1/assignments/" + assignment.id()))
                    .entity(AssignmentView.of(assignment))
                    .build();
        });
    }

    @POST
    @Path("/{id}/outcome")
    @RolesAllowed({Roles.DISPATCHER, Roles.JUDICIAL_OFFICER})
    @Operation(summary = "Tell how it ended; frees the unit")
    public RestResponse<IncidentView> resolve(UUID id, @Valid @NotNull OutcomeReport report) {
        if (!Outcome.allows(report.kind(), report.personsOrNone())) {
            throw CommonProblem.invalid("persons", "does not fit " + report.kind());
        }
        return keys.once(
                report,
                () -> answer(incidents.resolve(id, report, Scope.of(caller), caller.name(), this::requireMatch)));
    }

    @POST
    @Path("/{id}/referral")
    @RolesAllowed({Roles.DISPATCHER, Roles.JUDICIAL_OFFICER})
    @Operation(summary = "Tell the presentation to a prosecutor; only after ARRESTED or IDENTIFIED_AT_LARGE")
    public RestResponse<IncidentView> refer(UUID id, @Valid @NotNull ReferralReport report) {
        return keys.once(
                report, () -> answer(incidents.refer(id, report, Scope.of(caller), caller.name(), this::requireMatch)));
    }

    private void requireMatch(Incident incident) {
        preconditions.requireMatch(Preconditions.tag(incident.version()));
    }

    private RestResponse<IncidentView> answer(Incident incident) {
        return ResponseBuilder.ok(reader.view(incident, Scope.of(caller)))
                .tag(Preconditions.tag(incident.version()))
                .build();
    }

    record AssignUnit(@NotNull UUID unitId) {}
}
