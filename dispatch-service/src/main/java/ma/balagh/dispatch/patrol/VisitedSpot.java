package ma.balagh.dispatch.patrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cell that units have visited by plans.
 *
 * @param name as the latest plan has it
 * @param visits that were made
 * @param firstAt when the first of them began
 */
record VisitedSpot(
        String cell,
        @Nullable String name,
        String jurisdiction,
        double latitude,
        double longitude,
        int visits,
        Instant firstAt) {}
