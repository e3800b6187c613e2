package ma.balagh.dispatch.joint;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many idle units stay where they are for what comes next. Units on loan are not counted: their owner keeps a reserve
 * of its own.
 *
 * @param units of each territory that has units
 * @param heldFrom incidents of this priority and of later ones wait rather than take the last units, as further units of
 *     any incident do
 */
record CoverageReserve(int units, int heldFrom) {

    static final CoverageReserve NONE = new CoverageReserve(0, 1);

    CoverageReserve {
        if (units < 0) {
            throw new IllegalArgumentException("a reserve of " + units + " units");
        }
    }

    /** One territory for each unit that is to stay; a territory with fewer units than that keeps those that it has. */
    List<String> slots(List<IdleUnit> idle) {
        var slots = new ArrayList<String>();
        byTerritory(idle).forEach((territory, count) -> {
            for (long kept = 0; kept < Math.min(units, count); kept++) {
                slots.add(territory);
            }
        });
        return slots;
    }

    boolean mayBeTakenFor(OpenPlace place) {
        return !place.further() && place.incident().priority() < heldFrom;
    }

    /** What one missing unit costs: more than that an incident waits which may not take it, less than one which may. */
    double price() {
        return 1.5 * OpenPlace.weightOf(heldFrom) * OpenPlace.A_DAY;
    }

    /** How many units of each territory are its own. */
    static Map<String, Long> byTerritory(List<IdleUnit> idle) {
        return idle.stream()
                .filter(unit -> !unit.lent())
                .collect(groupingBy(IdleUnit::jurisdiction, TreeMap::new, counting()));
    }
}
