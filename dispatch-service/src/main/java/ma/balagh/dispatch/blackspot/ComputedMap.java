package ma.balagh.dispatch.blackspot;

import java.util.List;
import ma.balagh.dispatch.blackspot.statistics.KnoxResult;
import org.jspecify.annotations.Nullable;

/**
 * The black spots of a territory.
 *
 * @param incidents that were learned from
 * @param lastYear how many of them are of the last year
 * @param cells that were compared
 * @param nearRepeat null where there were too many near pairs to test, or none
 */
record ComputedMap(
        int incidents, int lastYear, int cells, @Nullable KnoxResult nearRepeat, List<WindowOutcome> windows) {

    ComputedMap {
        windows = List.copyOf(windows);
    }
}
