package ma.balagh.dispatch.recommendation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.UnitStatus;
import org.jspecify.annotations.Nullable;

/**
 * A unit that could be sent, with what is known about how soon it would be there.
 *
 * @param available whether it can be sent now
 * @param stackable whether it is busy and can be planned as the next for the incident
 * @param freeInSeconds how long a stackable unit is busy still, by what others took; null where that is unknown
 * @param thereInSeconds when a stackable unit would be there: its way, from the incident that it is on, after that; orders
 *     stackable units, and is null where either is unknown
 * @param distanceMeters by road or as the crow flies, as the basis says; null where a place is unknown
 * @param estimatedSeconds from where it was last seen, at the speed of its kind, with an allowance for an old position;
 *     orders all other units, and is null where a place is unknown
 * @param basis what distance and time are measured along; the straight line where there are none
 * @param positionAgeSeconds how long ago it was seen there; null when it never was
 * @param role of the first requirement of the run card that is open still and that it fits; null where there is none
 */
record Recommendation(
        UUID unitId,
        String callSign,
        String kind,
        int crew,
        String jurisdiction,
        UnitStatus status,
        boolean available,
        boolean stackable,
        @Nullable Long freeInSeconds,
        @Nullable Long thereInSeconds,
        @Nullable Long distanceMeters,
        @Nullable Long estimatedSeconds,
        TravelBasis basis,
        @Nullable Long positionAgeSeconds,
        @Nullable AssignmentRole role,
        List<RecommendationReason> reasons) {

    /** What the list is ordered by. */
    @Nullable
    Long orderingSeconds() {
        return stackable ? thereInSeconds : estimatedSeconds;
    }

    Recommendation because(RecommendationReason first) {
        return new Recommendation(
                unitId,
                callSign,
                kind,
                crew,
                jurisdiction,
                status,
                available,
                stackable,
                freeInSeconds,
                thereInSeconds,
                distanceMeters,
                estimatedSeconds,
                basis,
                positionAgeSeconds,
                role,
                Stream.concat(Stream.of(first), reasons.stream()).toList());
    }
}
