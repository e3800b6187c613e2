package ma.balagh.dispatch.patrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a unit was in the cell of a place.
 *
 * @param arrivedAt when it was first seen there; null where it was not
 * @param leftAt when it was last seen there
 */
record VisitPresence(@Nullable Instant arrivedAt, @Nullable Instant leftAt, long seconds) {

    static final VisitPresence NONE = new VisitPresence(null, null, 0);
}
