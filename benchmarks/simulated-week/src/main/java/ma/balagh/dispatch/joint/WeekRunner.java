package ma.balagh.dispatch.joint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lives through a week: each call is answered at once by an idle unit, or from next door where none is idle. */
final class WeekRunner {

    private static final int NEXT_DOOR = -1;

    private final SimulatedWeek week;
    private final double target;

    WeekRunner(SimulatedWeek week, double target) {
        this.week = week;
        this.target = target;
    }

    /**
     * @param late calls that nobody reached within the target
     * @param meanResponse seconds
     * @param nextDoor calls that found no unit idle
     */
    record WeekOutcome(int calls, int late, double meanResponse, int nextDoor) {

        double lateFraction() {
            return (double) late / calls;
        }
    }

    WeekOutcome run(DispatchPolicy policy) {
        var back = new double[week.posts().size()];
        var sent = new int[week.calls().size()];
        for (int call = 0; call < sent.length; call++) {
            double now = week.calls().get(call).at();
            var idle = IntStream.range(0, back.length)
                    .filter(unit -> back[unit] <= now)
                    .boxed()
                    .toList();
            sent[call] = choose(policy, call, idle);
            if (sent[call] != NEXT_DOOR) {
                back[sent[call]] = week.back(call, sent[call]);
            }
        }
        return outcome(sent);
    }

    private static int choose(DispatchPolicy policy, int call, List<Integer> idle) {
        return idle.isEmpty() ? NEXT_DOOR : policy.choose(call, idle);
    }

    /** @param sent of each call: which unit; -1 for one from next door */
    WeekOutcome outcome(int[] sent) {
        var responses = IntStream.range(0, sent.length)
                .mapToDouble(
                        call -> sent[call] == NEXT_DOOR ? SimulatedWeek.FROM_NEXT_DOOR : week.travel(call, sent[call]))
                .toArray();
        int late = (int)
                Arrays.stream(responses).filter(response -> response > target).count();
        int nextDoor =
                (int) Arrays.stream(sent).filter(unit -> unit == NEXT_DOOR).count();
        return new WeekOutcome(
                sent.length, late, Arrays.stream(responses).average().orElse(0), nextDoor);
    }
}
