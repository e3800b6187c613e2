package ma.balagh.dispatch.unit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** When a unit is meant to work and where it waits, over REST. */
@Tag(name = "Units")
@Path("/api/v1/units/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DISPATCHER)
class UnitRosterResource {

    private final UnitService units;
    private final Preconditions preconditions;

    UnitRosterResource(UnitService units, Preconditions preconditions) {
        this.units = units;
        this.preconditions = preconditions;
    }

    @PUT
    @Path("/shift")
    @Operation(summary = "Say when a unit is meant to work; outside of that it is not proposed")
    public RestResponse<UnitView> plan(UUID id, @Valid @NotNull UnitShift shift) {
        return answer(units.plan(id, shift, this::requireUnchanged));
    }

    @DELETE
    @Path("/shift")
    @Operation(summary = "Plan no shift for a unit: it may be sent whenever it is on duty")
    public RestResponse<UnitView> cancelShift(UUID id) {
        return answer(units.plan(id, null, this::requireUnchanged));
    }

    @PUT
    @Path("/home-post")
    @Operation(summary = "Say where a unit waits")
    public RestResponse<UnitView> moveHome(UUID id, @Valid @NotNull HomePost home) {
        return answer(units.moveHome(id, home, this::requireUnchanged));
    }

    @DELETE
    @Path("/home-post")
    @Operation(summary = "Say that a unit has no place of its own")
    public RestResponse<UnitView> leaveHome(UUID id) {
        return answer(units.moveHome(id, null, this::requireUnchanged));
    }

    private void requireUnchanged(Unit unit) {
        preconditions.requireMatch(Preconditions.tag(unit.version()));
    }

    private RestResponse<UnitView> answer(Unit unit) {
        return ResponseBuilder.ok(units.view(unit))
                .tag(Preconditions.tag(unit.version()))
                .build();
    }
}
