package ma.balagh.dispatch.plan;

import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What an engaged unit is on.
 *
 * @param place of that incident, from where it would set out; null where it is unknown
 * @param freeInSeconds how long that lasts still; null where too few are known that lasted so long
 */
public record UnitEngagement(
        UUID unitId,
        UUID incidentId,
        @Nullable GeoPoint place,
        @Nullable Long freeInSeconds) {}
