package ma.balagh.dispatch.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Outcomes over REST, and their corrections. What was stated before stays, and is shown with the incident. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents/{id}/outcome")
@Produces(MediaType.APPLICATION_JSON)
class OutcomeResource {

    private final OutcomeService outcomes;
    private final IncidentQueryService reader;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    OutcomeResource(
            OutcomeService outcomes,
            IncidentQueryService reader,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.outcomes = outcomes;
        this.reader = reader;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @POST
    @RolesAllowed({Roles.DISPATCHER, Roles.JUDICIAL_OFFICER})
    @Operation(summary = "Tell how it ended; frees the unit")
    public RestResponse<IncidentView> resolve(UUID id, @Valid @NotNull OutcomeReport report) {
        report.requireConsistent("");
        return keys.once(
                report,
                () -> requireVisible(id),
                () -> answer(outcomes.resolve(id, report, caller.name(), this::requireMatch)));
    }

    @POST
    @Path("/corrections")
    @RolesAllowed({Roles.DISPATCHER, Roles.JUDICIAL_OFFICER})
    @Operation(summary = "Correct the outcome, and say why; what it was before stays in its history")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(
            responseCode = "409",
            description = "There is no outcome yet, or somebody was presented to a prosecutor whom nobody would know")
    public RestResponse<IncidentView> correct(UUID id, @Valid @NotNull OutcomeCorrection correction) {
        correction.outcome().requireConsistent("outcome.");
        return keys.once(
                correction,
                () -> requireVisible(id),
                () -> answer(outcomes.correct(id, correction, caller.name(), this::requireMatch)));
    }

    private RestResponse<IncidentView> answer(Incident incident) {
        return ResponseBuilder.ok(reader.view(incident, UnitRestriction.NONE))
                .tag(Preconditions.tag(incident.version()))
                .build();
    }

    private void requireMatch(Incident incident) {
        preconditions.requireMatch(Preconditions.tag(incident.version()));
    }

    private void requireVisible(UUID id) {
        if (reader.find(id).isEmpty()) {
            throw CommonProblem.notFound("the incident");
        }
    }
}
