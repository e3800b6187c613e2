package ma.balagh.dispatch.patrol;

import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * A unit, as long as a plan may use it. Moments are seconds since 1970.
 *
 * @param number in the plan
 * @param start where it sets out; null where nobody knows
 * @param breakFrom the beginning of its break; equal to {@code breakTo} where it has none
 */
public record RosteredUnit(
        int number,
        UUID id,
        String callSign,
        String jurisdiction,
        String kind,
        @Nullable GeoPoint start,
        long from,
        long to,
        long breakFrom,
        long breakTo) {

    /** Whether it works all that time. */
    boolean works(long begin, long end) {
        return begin >= from && end <= to && (breakTo <= begin || end <= breakFrom);
    }

    /** The part of its break that lies between these moments, in seconds. */
    long breakBetween(long begin, long end) {
        return Math.max(0, Math.min(end, breakTo) - Math.max(begin, breakFrom));
    }

    long workingSeconds() {
        return to - from - (breakTo - breakFrom);
    }

    /** By the rule of incidents: a unit of a territory that covers the place's or lies in it. */
    boolean mayVisit(String district) {
        return Jurisdictions.of(jurisdiction).covers(district)
                || Jurisdictions.of(district).covers(jurisdiction);
    }

    /** As cheap as what solvers ask for most may be. */
    @Override
    public int hashCode() {
        return number;
    }
}
