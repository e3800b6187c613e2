package ma.balagh.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Walks through what happened to units, in the order of time. */
final class UnitHistory {

    /** @param isSent whether the unit was sent then; else it became free */
    record Step(UUID unitId, UUID assignmentId, Instant at, boolean isSent) {

        /** Reads what stands in the database: ids of unit and assignment, milliseconds, and {@code t} or {@code f}. */
        static Step parse(String row) {
            var columns = row.split(" ");
            return new Step(
                    UUID.fromString(columns[0]),
                    UUID.fromString(columns[1]),
                    Instant.ofEpochMilli(Long.parseLong(columns[2])),
                    columns[3].equals("t"));
        }
    }

    private UnitHistory() {}

    /** Where a unit was sent while it was on another assignment, or became free of one that it was not on. */
    static List<String> contradictions(Collection<Step> steps) {
        var assigned = new HashMap<UUID, UUID>();
        var contradictions = new ArrayList<String>();
        // Within the same millisecond a unit becomes free before it is sent: the other way takes a request between the
        // two.
        var inOrder = Comparator.comparing(Step::at).thenComparing(Step::isSent);
        for (var step : steps.stream().sorted(inOrder).toList()) {
            if (step.isSent()) {
                var other = assigned.putIfAbsent(step.unitId(), step.assignmentId());
                if (other != null) {
                    contradictions.add(step + " while it is on " + other);
                }
            } else if (!assigned.remove(step.unitId(), step.assignmentId())) {
                contradictions.add(step + " while it is not on it");
            }
        }
        return contradictions;
    }
}
