package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan is computed from, read at one moment.
 *
 * @param state null where the plan is not to be computed or repaired
 * @param visits none yet where the plan is to be computed
 * @param away units that are doing something else now
 * @param starts where units are, or wait, as far as it is known
 */
record PlanInputs(
        @Nullable PatrolPlanState state,
        long seed,
        Instant now,
        List<PatrolSpot> spots,
        List<PatrolUnit> units,
        List<PatrolVisit> visits,
        Set<UUID> away,
        Map<UUID, GeoPoint> starts) {

    static PlanInputs nothing(Instant now) {
        return new PlanInputs(null, 0, now, List.of(), List.of(), List.of(), Set.of(), Map.of());
    }
}
