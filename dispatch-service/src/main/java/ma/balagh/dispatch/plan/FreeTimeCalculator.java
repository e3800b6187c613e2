package ma.balagh.dispatch.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import ma.balagh.dispatch.unit.UnitStatus;

/**
 * Estimates when an engaged unit will be free: of the assignments of its jurisdiction that lasted longer than its own has
 * by now, counted from the same step, the median of what was left. Says nothing where too few lasted so long. (The median
 * residual life of Schmittlein and Morrison, "The Median Residual Lifetime", Operations Research 29, 1981.)
 */
final class FreeTimeCalculator {

    private final int leastSamples;

    /** By jurisdiction and step, in seconds, ascending. */
    private final Map<String, Map<UnitStatus, long[]>> lengths;

    FreeTimeCalculator(List<PastEngagement> past, int leastSamples) {
        this.leastSamples = leastSamples;
        var collected = new HashMap<String, Map<UnitStatus, List<Long>>>();
        for (var each : past) {
            collected
                    .computeIfAbsent(each.jurisdiction(), first -> new EnumMap<>(UnitStatus.class))
                    .computeIfAbsent(each.step(), first -> new ArrayList<>())
                    .add(each.seconds());
        }
        lengths = new HashMap<>();
        collected.forEach((jurisdiction, steps) -> {
            var sorted = new EnumMap<UnitStatus, long[]>(UnitStatus.class);
            steps.forEach((step, seconds) -> sorted.put(
                    step, seconds.stream().mapToLong(Long::longValue).sorted().toArray()));
            lengths.put(jurisdiction, sorted);
        });
    }

    /**
     * How long an assignment took from one of its steps until the unit was free.
     *
     * @param step {@link UnitStatus#ASSIGNED}, {@link UnitStatus#EN_ROUTE} or {@link UnitStatus#ON_SCENE}
     */
    record PastEngagement(String jurisdiction, UnitStatus step, long seconds) {}

    /** @param elapsed since the unit took that step */
    OptionalLong secondsUntilFree(String jurisdiction, UnitStatus step, Duration elapsed) {
        var sorted = lengths.getOrDefault(jurisdiction, Map.of()).getOrDefault(step, new long[0]);
        long passed = elapsed.toSeconds();
        int first = firstAbove(sorted, passed);
        int count = sorted.length - first;
        if (count < leastSamples) {
            return OptionalLong.empty();
        }
        int middle = first + count / 2;
        double median = count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
        return OptionalLong.of(Math.round(median - passed));
    }

    private static int firstAbove(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value + 1);
        int at = found < 0 ? -found - 1 : found;
        while (at > 0 && sorted[at - 1] > value) {
            at--;
        }
        return at;
    }
}
