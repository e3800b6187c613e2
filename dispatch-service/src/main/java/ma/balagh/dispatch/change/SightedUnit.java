package ma.balagh.dispatch.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit was seen last.
 *
 * @param heading degrees clockwise from north; null where the unit does not say
 */
record SightedUnit(
        UUID unitId,
        double latitude,
        double longitude,
        @Nullable Double heading,
        Instant at) {}
