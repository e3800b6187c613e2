package ma.balagh.dispatch.position;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where units are and have been, over REST. */
@Tag(name = "Units")
@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
class PositionResource {

    private static final Duration USUAL_PERIOD = Duration.ofDays(1);

    private final PositionService positions;
    private final Caller caller;
    private final Timestamps moments;

    PositionResource(PositionService positions, Caller caller, Timestamps moments) {
        this.positions = positions;
        this.caller = caller;
        this.moments = moments;
    }

    /** Each unit may do so every second, so it waits without a thread of the pool. */
    @PUT
    @Path("/{id}/position")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @RunOnVirtualThread
    @Operation(summary = "Say where a unit is; a position older than the known one is passed over")
    public UnitPositionView report(UUID id, @Valid @NotNull PositionReport report) {
        var callSign = caller.has(Roles.DISPATCHER) ? null : caller.unit().orElse("");
        return new UnitPositionView(
                id,
                positions.report(new UnitSighting(
                        id, report.position(moments.past("at", report.at())), caller.jurisdictions(), callSign)));
    }

    @GET
    @Path("/{id}/track")
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
    @Operation(summary = "Where a unit has been, the last day if no period is given; each look is recorded")
    public UnitTrackView track(
            UUID id, @QueryParam("from") @Nullable Instant from, @QueryParam("to") @Nullable Instant to) {
        var now = moments.now();
        var end = to == null || to.isAfter(now) ? now : to;
        return positions.track(id, from == null ? end.minus(USUAL_PERIOD) : from, end, caller);
    }
}
