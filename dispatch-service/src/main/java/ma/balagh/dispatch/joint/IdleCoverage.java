package ma.balagh.dispatch.joint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well idle units cover a territory, and what that becomes when some of them are sent.
 *
 * @param reach of each unit: which of the places it reaches in time
 */
record IdleCoverage(CoverageCalculator calculator, List<IdleUnit> idle, boolean[][] reach) {

    /** The share of incidents that some unit is expected to reach in time. */
    double now() {
        return calculator.covered(reach);
    }

    /** The same once the units of that plan are gone. */
    double after(JointPlan plan) {
        var sent = plan.assignments().stream()
                .map(assignment -> assignment.unit().id())
                .collect(Collectors.toSet());
        return calculator.covered(IntStream.range(0, reach.length)
                .filter(unit -> !sent.contains(idle.get(unit).id()))
                .mapToObj(unit -> reach[unit])
                .toArray(boolean[][]::new));
    }

    /** What of the demand is no longer covered when each unit alone leaves. */
    double[] losses() {
        return calculator.losses(reach);
    }
}
