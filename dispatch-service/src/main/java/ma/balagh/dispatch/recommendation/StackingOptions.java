package ma.balagh.dispatch.recommendation;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.dispatch.plan.UnitEngagement;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which busy units could be planned as the next for an incident.
 *
 * @param engagements what engaged units are on, by unit, as far as whoever asks may see it
 * @param planned for which incident units are planned
 */
record StackingOptions(UUID incidentId, Map<UUID, UnitEngagement> engagements, Map<UUID, UUID> planned) {

    /** Whether a person may plan it: it is busy, not with this incident, and meant to go nowhere else. */
    boolean isStackable(Unit unit) {
        return isBusy(unit) && !isOnIt(unit) && !planned.containsKey(unit.id());
    }

    static boolean isBusy(Unit unit) {
        return unit.status().isEngaged() || unit.status() == UnitStatus.BUSY;
    }

    /** Whether it has an assignment to this incident. */
    boolean isOnIt(Unit unit) {
        var engagement = engagements.get(unit.id());
        return engagement != null && engagement.incidentId().equals(incidentId);
    }

    /** How long until it is free; null where that is unknown. */
    @Nullable
    Long freeInSeconds(Unit unit) {
        var engagement = engagements.get(unit.id());
        return engagement == null ? null : engagement.freeInSeconds();
    }

    /** From where a stackable unit would set out; null where that is unknown. */
    @Nullable
    GeoPoint start(Unit unit) {
        var engagement = engagements.get(unit.id());
        return engagement == null || !isStackable(unit) ? null : engagement.place();
    }

    /** That it is planned already, here or for another incident. */
    Optional<RecommendationReason> plan(Unit unit) {
        var next = planned.get(unit.id());
        if (next == null) {
            return Optional.empty();
        }
        return Optional.of(
                next.equals(incidentId)
                        ? RecommendationReason.supporting(
                                RecommendationReason.Code.PLANNED_HERE, "it is planned as the next for this incident")
                        : RecommendationReason.opposing(
                                RecommendationReason.Code.PLANNED_ELSEWHERE, "it is planned for another incident"));
    }
}
