package ma.balagh.dispatch.patrol;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a plan, as long as its shift, its duty and its rest let it work.
 *
 * @param callSign as it was called when the plan was made
 * @param breakFrom null without a break
 */
@Embeddable
record PatrolUnit(
        UUID unitId,
        String callSign,
        String jurisdiction,
        String kind,
        Instant fromAt,
        Instant toAt,
        @Nullable Instant breakFrom,
        @Nullable Instant breakTo) {

    /**
     * @param start where it sets out; null where nobody knows
     * @param earliest before which it is not free
     */
    RosteredUnit rostered(int number, @Nullable GeoPoint start, Instant earliest) {
        return new RosteredUnit(
                number,
                unitId,
                callSign,
                jurisdiction,
                kind,
                start,
                Math.max(fromAt.getEpochSecond(), earliest.getEpochSecond()),
                toAt.getEpochSecond(),
                breakFrom == null ? 0 : breakFrom.getEpochSecond(),
                breakTo == null ? 0 : breakTo.getEpochSecond());
    }
}
