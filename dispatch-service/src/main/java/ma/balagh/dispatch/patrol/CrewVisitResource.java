package ma.balagh.dispatch.patrol;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visits over REST, for the crew that makes them. */
@Tag(name = "Patrol plans")
@Path("/api/v1/patrol-visits")
@Produces(MediaType.APPLICATION_JSON)
class CrewVisitResource {

    private final CrewVisitService visits;
    private final Caller caller;

    CrewVisitResource(CrewVisitService visits, Caller caller) {
        this.visits = visits;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.FIELD_UNIT)
    @Operation(
            summary = "The own visits of a field unit, by time",
            description =
                    "Of approved plans, and what had begun of those that were withdrawn: from half a day before they begin to half a day after they ended.")
    public CrewVisitListView own() {
        return visits.own(caller);
    }

    @PUT
    @Path("/{id}/observation")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(
            summary = "Say what was seen at a visit, or correct that",
            description = "For those who plan: nothing is learned from it about where offences happen.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(
            responseCode = "409",
            description = "The plan is not approved, the visit was withdrawn, or no unit makes it")
    public VisitObservation observe(UUID id, @Valid @NotNull ObservationReport report) {
        return visits.observe(id, report, caller);
    }
}
