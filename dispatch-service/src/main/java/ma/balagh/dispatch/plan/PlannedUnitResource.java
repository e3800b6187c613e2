package ma.balagh.dispatch.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.dispatch.incident.Incident;
import ma.balagh.dispatch.incident.IncidentAccess;
import ma.balagh.dispatch.incident.PlannedUnitView;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
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

/** Which busy units go to an incident next, over REST. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents/{id}/planned-units")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DISPATCHER)
class PlannedUnitResource {

    private final PlannedUnitService plans;
    private final PlannedUnitQueryService reader;
    private final IncidentAccess incidents;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    PlannedUnitResource(
            PlannedUnitService plans,
            PlannedUnitQueryService reader,
            IncidentAccess incidents,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.plans = plans;
        this.reader = reader;
        this.incidents = incidents;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @POST
    @Operation(
            summary = "Plan a busy unit as the next for an incident; 409 when it is free, off duty or planned already",
            description = "Nobody is sent by it. Once the unit is free, send it as any other.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PlannedUnitView.class)))
    @APIResponse(responseCode = "409", description = "Not busy, or planned")
    public RestResponse<PlannedUnitView> plan(UUID id, @Valid @NotNull PlanUnit command) {
        return keys.once(command, () -> incidents.require(id, caller), () -> {
            plans.plan(id, command.unitId(), command.role(), caller, this::requireMatch);
            return ResponseBuilder.<PlannedUnitView>created(URI.create("/api/v1/incidents/" + id))
                    .entity(planned(id, command.unitId()))
                    .build();
        });
    }

    @DELETE
    @Path("/{unitId}")
    @Operation(summary = "Withdraw the plan")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void withdraw(UUID id, UUID unitId) {
        plans.withdraw(id, unitId, caller, this::requireMatch);
    }

    private PlannedUnitView planned(UUID incidentId, UUID unitId) {
        return reader.of(incidents.require(incidentId, caller)).stream()
                .filter(plan -> plan.unitId().equals(unitId))
                .findFirst()
                .orElseThrow(() -> CommonProblem.notFound("the plan"));
    }

    private void requireMatch(Incident incident) {
        preconditions.requireMatch(Preconditions.tag(incident.version()));
    }

    /** @param role null for what falls to it when it is sent */
    record PlanUnit(@NotNull UUID unitId, @Nullable AssignmentRole role) {}
}
