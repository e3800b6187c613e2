package ma.balagh.dispatch.position;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Page;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where many units are, over REST, for a gateway that hears the radios of a whole fleet. */
@Tag(name = "Units")
@Path("/api/v1/unit-positions")
@Produces(MediaType.APPLICATION_JSON)
class FleetPositionResource {

    private final PositionService positions;
    private final Caller caller;

    FleetPositionResource(PositionService positions, Caller caller) {
        this.positions = positions;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.DISPATCHER)
    @RunOnVirtualThread
    @Operation(
            summary = "Say where up to 1,000 units are",
            description = "Each is taken or refused by itself: what is wrong with one keeps no other from being taken.")
    public Page<FleetPositionView> report(@Valid @NotNull FleetReport report) {
        return new Page<>(positions.report(report.items(), caller.jurisdictions()), null);
    }

    record FleetReport(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid FleetPosition> items) {}

    /** @param unitId the unit's */
    record FleetPosition(
            @NotNull UUID unitId, @NotNull @Valid PositionReport position) {}
}
