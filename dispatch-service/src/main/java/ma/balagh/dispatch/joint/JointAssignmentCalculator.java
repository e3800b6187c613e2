package ma.balagh.dispatch.joint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import ma.balagh.dispatch.incident.WaitingIncident;

/**
 * Plans for all places of the incidents that wait: the one of least cost, and the one that a dispatcher makes who fills one
 * after the other with the nearest unit that fits. Both keep the reserve alike, so that their costs can be compared.
 */
final class JointAssignmentCalculator {

    /** More than any sum of real costs. */
    private static final double FORBIDDEN = 1e12;

    private static final int NOBODY = -1;

    private final DispatchCostTable table;
    private final CoverageReserve reserve;
    private final List<String> slots;

    JointAssignmentCalculator(DispatchCostTable table, CoverageReserve reserve) {
        this.table = table;
        this.reserve = reserve;
        this.slots = reserve.slots(table.units());
    }

    /**
     * The plan of least cost, exactly. Units that are to stay are rows of the same matching as the places: each takes a
     * unit of its territory, or leaves it to an incident for the price of the reserve.
     */
    JointPlan joint() {
        int[] columns = MinimumCostMatcher.match(costs());
        var units = Arrays.stream(columns, 0, places().size())
                .map(column -> column < units().size() ? column : NOBODY)
                .toArray();
        return plan(units);
    }

    private double[][] costs() {
        int places = places().size();
        var costs = new double[places + slots.size()][units().size() + places + slots.size()];
        for (int row = 0; row < costs.length; row++) {
            Arrays.fill(costs[row], row < places ? table.costOfWaiting(row) : reserve.price());
            for (int unit = 0; unit < units().size(); unit++) {
                costs[row][unit] = row < places ? cost(row, unit) : costOfStaying(slots.get(row - places), unit);
            }
        }
        return costs;
    }

    private double cost(int place, int unit) {
        return table.isEligible(place, unit) ? table.cost(place, unit) : FORBIDDEN;
    }

    private double costOfStaying(String territory, int unit) {
        return isOf(territory, units().get(unit)) ? 0 : FORBIDDEN;
    }

    private static boolean isOf(String territory, IdleUnit unit) {
        return !unit.lent() && unit.jurisdiction().equals(territory);
    }

    /** In the order of the places, to each the nearest unit that is left. */
    JointPlan greedy() {
        var taken = new BitSet();
        var spare = CoverageReserve.byTerritory(units());
        slots.forEach(territory -> spare.merge(territory, -1L, Long::sum));
        var chosen = new int[places().size()];
        for (int place = 0; place < chosen.length; place++) {
            int unit = nearest(place, taken, spare);
            chosen[place] = unit;
            if (unit != NOBODY) {
                taken.set(unit);
                spend(units().get(unit), spare);
            }
        }
        return plan(chosen);
    }

    private static void spend(IdleUnit unit, Map<String, Long> spare) {
        if (!unit.lent()) {
            spare.merge(unit.jurisdiction(), -1L, Long::sum);
        }
    }

    private int nearest(int place, BitSet taken, Map<String, Long> spare) {
        int nearest = nearest(place, unit -> !taken.get(unit) && isSpare(units().get(unit), spare));
        return nearest == NOBODY && reserve.mayBeTakenFor(places().get(place))
                ? nearest(place, unit -> !taken.get(unit))
                : nearest;
    }

    private static boolean isSpare(IdleUnit unit, Map<String, Long> spare) {
        return unit.lent() || spare.getOrDefault(unit.jurisdiction(), 0L) > 0;
    }

    private int nearest(int place, IntPredicate isLeft) {
        return IntStream.range(0, units().size())
                .filter(unit -> table.isEligible(place, unit) && isLeft.test(unit))
                .boxed()
                .min(Comparator.comparingDouble(unit -> table.seconds(place, unit)))
                .orElse(NOBODY);
    }

    /** The plan that sends these units, one for each place; -1 for nobody. */
    JointPlan plan(int[] unitOf) {
        var assignments = new ArrayList<JointPlan.ProposedAssignment>();
        var unserved = new LinkedHashSet<WaitingIncident>();
        double cost = 0;
        for (int place = 0; place < unitOf.length; place++) {
            int unit = unitOf[place];
            if (unit == NOBODY) {
                unserved.add(places().get(place).incident());
                cost += table.costOfWaiting(place);
            } else {
                assignments.add(new JointPlan.ProposedAssignment(
                        places().get(place), units().get(unit), table.seconds(place, unit)));
                cost += table.cost(place, unit);
            }
        }
        unserved.removeIf(WaitingIncident::hasUnit);
        assignments.forEach(assignment -> unserved.remove(assignment.incident()));
        var idle = without(assignments);
        int missing = slots.size() - reserve.slots(idle).size();
        return new JointPlan(List.copyOf(assignments), List.copyOf(unserved), idle, cost + missing * reserve.price());
    }

    private List<IdleUnit> without(List<JointPlan.ProposedAssignment> assignments) {
        var sent = new HashSet<>(
                assignments.stream().map(assignment -> assignment.unit().id()).toList());
        return units().stream().filter(unit -> !sent.contains(unit.id())).toList();
    }

    private List<OpenPlace> places() {
        return table.places();
    }

    private List<IdleUnit> units() {
        return table.units();
    }
}
