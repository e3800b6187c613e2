package ma.balagh.dispatch.runcard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives as many places of a run card as possible a unit of their own: a unit that could fill several is never held at one
 * while another stays empty for want of it (augmenting paths; H. Kuhn, The Hungarian method for the assignment problem, Naval
 * Research Logistics Quarterly 2, 1955). Earlier places keep a unit once they have one.
 */
final class SlotMatcher {

    private final List<Set<UUID>> fitting;
    private final Map<UUID, Integer> placeOf = new HashMap<>();

    private SlotMatcher(List<Set<UUID>> fitting) {
        this.fitting = fitting;
    }

    /**
     * @param fitting the units that fit each place, in the order in which they are tried
     * @return the places that stay empty, in order
     */
    static List<Integer> empty(List<Set<UUID>> fitting) {
        var matcher = new SlotMatcher(fitting);
        return IntStream.range(0, fitting.size())
                .filter(place -> !matcher.fill(place, new HashSet<>()))
                .boxed()
                .toList();
    }

    private boolean fill(int place, Set<UUID> tried) {
        for (var unit : fitting.get(place)) {
            if (tried.add(unit) && isFreed(placeOf.get(unit), tried)) {
                placeOf.put(unit, place);
                return true;
            }
        }
        return false;
    }

    private boolean isFreed(@Nullable Integer holder, Set<UUID> tried) {
        return holder == null || fill(holder, tried);
    }
}
