package ma.balagh.dispatch.joint;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.stream.IntStream;

/**
 * The fewest late calls that anybody could have had who knew the whole week before it began, by the same rules: an integer
 * program, solved to its proven optimum. A unit that answers a call is away for a time that both fix, so a week is a choice
 * of one station for each call, such that of each station no more units are away at once than it has. A call may be answered
 * from next door only where all units could be away at that moment. Among the weeks with the fewest late calls its mean
 * response is nearly the least.
 */
final class HindsightCalculator {

    /** Small beside one late call, even times all the seconds of a week's responses. */
    private static final double PRICE_OF_A_SECOND = 1e-7;

    private final SimulatedWeek week;
    private final double target;
    private final int stations;
    private final MPSolver solver;
    private final MPVariable[][] sent;
    private final MPVariable[] nextDoor;

    HindsightCalculator(SimulatedWeek week, double target) {
        Loader.loadNativeLibraries();
        this.week = week;
        this.target = target;
        stations = week.posts().size() / SimulatedWeek.UNITS_OF_A_STATION;
        solver = MPSolver.createSolver("HIGHS");
        solver.suppressOutput();
        sent = new MPVariable[week.calls().size()][stations];
        nextDoor = new MPVariable[week.calls().size()];
    }

    /** Of each call: a unit of the station that answers it, or -1. */
    int[] solve() {
        for (int call = 0; call < sent.length; call++) {
            addCall(call);
        }
        for (int station = 0; station < stations; station++) {
            for (int call = 0; call < sent.length; call++) {
                limitAway(station, call);
            }
        }
        solver.objective().setMinimization();
        solver.setSolverSpecificParametersAsString("output_flag = false");
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("the optimum was not proven");
        }
        return IntStream.range(0, sent.length).map(this::unitOf).toArray();
    }

    private void addCall(int call) {
        MPConstraint once = solver.makeConstraint(1, 1);
        for (int station = 0; station < stations; station++) {
            sent[call][station] = solver.makeBoolVar("");
            once.setCoefficient(sent[call][station], 1);
            double response = week.travel(call, unitAt(station));
            double late = response > target ? 1 : 0;
            solver.objective().setCoefficient(sent[call][station], late + PRICE_OF_A_SECOND * response);
        }
        nextDoor[call] = solver.makeIntVar(0, canAllBeAway(call) ? 1 : 0, "");
        once.setCoefficient(nextDoor[call], 1);
        solver.objective().setCoefficient(nextDoor[call], 1 + PRICE_OF_A_SECOND * SimulatedWeek.FROM_NEXT_DOOR);
    }

    /** At the moment of a call, that call and those before it that are not back yet. */
    private void limitAway(int station, int call) {
        var away = IntStream.rangeClosed(0, call)
                .filter(earlier -> week.back(earlier, unitAt(station))
                        > week.calls().get(call).at())
                .toArray();
        if (away.length > SimulatedWeek.UNITS_OF_A_STATION) {
            MPConstraint limit = solver.makeConstraint(0, SimulatedWeek.UNITS_OF_A_STATION);
            for (int earlier : away) {
                limit.setCoefficient(sent[earlier][station], 1);
            }
        }
    }

    private boolean canAllBeAway(int call) {
        double now = week.calls().get(call).at();
        return IntStream.range(0, call)
                        .filter(earlier -> IntStream.range(0, stations)
                                .anyMatch(station -> week.back(earlier, unitAt(station)) > now))
                        .count()
                >= week.posts().size();
    }

    private int unitOf(int call) {
        return IntStream.range(0, stations)
                .filter(station -> sent[call][station].solutionValue() > 0.5)
                .map(HindsightCalculator::unitAt)
                .findFirst()
                .orElse(-1);
    }

    private static int unitAt(int station) {
        return station * SimulatedWeek.UNITS_OF_A_STATION;
    }
}
