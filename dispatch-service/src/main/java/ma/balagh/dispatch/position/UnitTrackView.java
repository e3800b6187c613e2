package ma.balagh.dispatch.position;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.unit.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit has been.
 *
 * @param items the oldest first
 * @param next the first moment that is not shown, to ask from; null when all is shown
 * @param erasedBefore what was before that moment is erased, for any unit
 */
record UnitTrackView(
        UUID unitId,
        String callSign,
        List<Position> items,
        @Nullable Instant next,
        Instant erasedBefore) {}
