package ma.balagh.dispatch.position;

import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.unit.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit has been.
 *
 * @param items the oldest first
 * @param next the first moment that is not shown, to ask from; null when all is shown
 */
record UnitTrackView(List<Position> items, @Nullable Instant next) {}
