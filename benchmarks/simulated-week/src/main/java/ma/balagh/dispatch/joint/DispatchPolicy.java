package ma.balagh.dispatch.joint;

import java.util.Comparator;
import java.util.List;

/** Which of the idle units is sent. */
interface DispatchPolicy {

    /** @param idle numbers of units, at least one */
    int choose(int call, List<Integer> idle);

    /** The nearest idle unit. */
    static DispatchPolicy nearest(SimulatedWeek week) {
        return (call, idle) -> idle.stream()
                .min(Comparator.comparingDouble(unit -> week.travel(call, unit)))
                .orElseThrow();
    }
}
