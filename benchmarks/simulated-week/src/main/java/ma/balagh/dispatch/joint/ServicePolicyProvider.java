package ma.balagh.dispatch.joint;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;

/** What the service proposes, by its own classes and with the settings that it has when nobody changes them. */
final class ServicePolicyProvider {

    private static final UnitRequirement ANY_UNIT = UnitRequirement.of(AssignmentRole.LEAD, 1);

    private final SimulatedWeek week;
    private final JointConfig config;
    private final CoverageCalculator coverage;
    private final boolean[][] reach;
    private final List<IdleUnit> units;

    ServicePolicyProvider(SimulatedWeek week, JointConfig config) {
        this.week = week;
        this.config = config;
        coverage =
                new CoverageCalculator(new DemandForecast(week.past(), SimulatedWeek.PAST).rates(), config.busyShare());
        reach = week.posts().stream()
                .map(post ->
                        SimulatedWeek.reach(week.past(), post, config.target().toSeconds()))
                .toArray(boolean[][]::new);
        units = IntStream.range(0, week.posts().size())
                .mapToObj(unit -> new IdleUnit(
                        new UUID(0, unit),
                        "U" + unit,
                        "CAR",
                        List.of(),
                        "MA-CAS",
                        List.of(),
                        false,
                        week.posts().get(unit),
                        0))
                .toList();
    }

    DispatchPolicy policy() {
        return (call, idle) -> {
            var table = new DispatchCostTable(
                    List.of(new OpenPlace(incident(call), ANY_UNIT, false)),
                    idle.stream().map(units::get).toList(),
                    new double[][] {
                        idle.stream()
                                .mapToDouble(unit -> week.travel(call, unit))
                                .toArray()
                    },
                    prices(idle),
                    config.target());
            var sent = new JointAssignmentCalculator(table, CoverageReserve.NONE)
                    .joint()
                    .assignments()
                    .getFirst();
            return units.indexOf(sent.unit());
        };
    }

    private double[] prices(List<Integer> idle) {
        double price =
                config.away().toSeconds() * (double) config.coveragePrice().toSeconds();
        var losses = coverage.losses(idle.stream().map(unit -> reach[unit]).toArray(boolean[][]::new));
        return Arrays.stream(losses).map(loss -> loss * price).toArray();
    }

    private WaitingIncident incident(int call) {
        return new WaitingIncident(
                new UUID(1, call),
                "MA-CAS",
                3,
                null,
                week.calls().get(call).place(),
                Instant.EPOCH,
                1,
                List.of(ANY_UNIT),
                false);
    }
}
