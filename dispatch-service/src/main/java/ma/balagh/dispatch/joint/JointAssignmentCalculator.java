package ma.balagh.dispatch.joint;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.dispatch.incident.WaitingIncident;

/**
 * Plans for all incidents that wait: the one of least cost, and the one that a dispatcher makes who serves one after the
 * other with the nearest unit. Both keep the reserve alike, so that their costs can be compared.
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
     * The plan of least cost, exactly. Units that are to stay are rows of the same matching as the incidents: each takes a
     * unit of its territory, or leaves it to an incident for the price of the reserve.
     */
    JointPlan joint() {
        int[] columns = MinimumCostMatcher.match(costs());
        var units = Arrays.stream(columns, 0, incidents().size())
                .map(column -> column < units().size() ? column : NOBODY)
                .toArray();
        return plan(units);
    }

    private double[][] costs() {
        int incidents = incidents().size();
        var costs = new double[incidents + slots.size()][units().size() + incidents + slots.size()];
        for (int row = 0; row < costs.length; row++) {
            Arrays.fill(costs[row], row < incidents ? table.costOfWaiting(row) : reserve.price());
            for (int unit = 0; unit < units().size(); unit++) {
                costs[row][unit] = row < incidents ? cost(row, unit) : costOfStaying(slots.get(row - incidents), unit);
            }
        }
        return costs;
    }

    private double cost(int incident, int unit) {
        return table.isEligible(incident, unit) ? table.cost(incident, unit) : FORBIDDEN;
    }

    private double costOfStaying(String territory, int unit) {
        return units().get(unit).jurisdiction().equals(territory) ? 0 : FORBIDDEN;
    }

    /** In the order of the incidents, to each the nearest unit that is left. */
    JointPlan greedy() {
        var free = new ArrayList<>(IntStream.range(0, units().size()).boxed().toList());
        var chosen = new int[incidents().size()];
        for (int incident = 0; incident < chosen.length; incident++) {
            chosen[incident] = nearest(incident, free);
            free.remove((Integer) chosen[incident]);
        }
        return plan(chosen);
    }

    private int nearest(int incident, List<Integer> free) {
        var spare = territoriesWithSpareUnits(free);
        int nearest = nearest(
                incident,
                free.stream().filter(unit -> spare.contains(units().get(unit).jurisdiction())));
        boolean maySpend = reserve.mayBeTakenBy(incidents().get(incident).priority());
        return nearest == NOBODY && maySpend ? nearest(incident, free.stream()) : nearest;
    }

    private int nearest(int incident, Stream<Integer> candidates) {
        return candidates
                .filter(unit -> table.isEligible(incident, unit))
                .min(Comparator.comparingDouble(unit -> table.seconds(incident, unit)))
                .orElse(NOBODY);
    }

    private Set<String> territoriesWithSpareUnits(List<Integer> free) {
        Map<String, Long> spare =
                free.stream().collect(groupingBy(unit -> units().get(unit).jurisdiction(), TreeMap::new, counting()));
        slots.forEach(territory -> spare.merge(territory, -1L, Long::sum));
        spare.values().removeIf(count -> count <= 0);
        return spare.keySet();
    }

    /** The plan that sends these units, one for each incident; -1 for nobody. */
    JointPlan plan(int[] unitOf) {
        var assignments = new ArrayList<JointPlan.ProposedAssignment>();
        var unserved = new ArrayList<WaitingIncident>();
        var idle = new ArrayList<>(units());
        double cost = 0;
        for (int incident = 0; incident < unitOf.length; incident++) {
            int unit = unitOf[incident];
            if (unit == NOBODY) {
                unserved.add(incidents().get(incident));
                cost += table.costOfWaiting(incident);
            } else {
                assignments.add(new JointPlan.ProposedAssignment(
                        incidents().get(incident), units().get(unit), table.seconds(incident, unit)));
                idle.remove(units().get(unit));
                cost += table.cost(incident, unit);
            }
        }
        int missing = slots.size() - reserve.slots(idle).size();
        return new JointPlan(
                List.copyOf(assignments), List.copyOf(unserved), List.copyOf(idle), cost + missing * reserve.price());
    }

    private List<WaitingIncident> incidents() {
        return table.incidents();
    }

    private List<IdleUnit> units() {
        return table.units();
    }
}
