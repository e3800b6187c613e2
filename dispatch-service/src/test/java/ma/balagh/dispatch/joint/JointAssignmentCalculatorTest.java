package ma.balagh.dispatch.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JointAssignmentCalculatorTest {

    private static final Duration TARGET = Duration.ofMinutes(8);
    private static final GeoPoint SOMEWHERE = new GeoPoint(33.5951, -7.6187);
    private static final Instant OPENED = Instant.parse("2026-11-29T10:00:00Z");
    private static final UnitRequirement ANY_UNIT = UnitRequirement.of(AssignmentRole.LEAD, 1);

    @Test
    void sendsTheSecondNearestWhereTheNearestIsNeededMore() {
        // Given
        var table = table(
                List.of(incident(1, 3), incident(2, 3)), units("A", "B"), new double[][] {{100, 200}, {110, 400}});
        var calculator = new JointAssignmentCalculator(table, CoverageReserve.NONE);

        // When
        var joint = calculator.joint();
        var greedy = calculator.greedy();

        // Then
        assertThat(sent(joint)).containsExactly("1 B 200", "2 A 110");
        assertThat(sent(greedy)).containsExactly("1 A 100", "2 B 400");
        assertThat(joint.cost()).isEqualTo(310);
        assertThat(greedy.cost()).isEqualTo(500);
        assertThat(joint.responseSeconds()).isEqualTo(310);
    }

    @Test
    void weighsAnIncidentThatGoesBeforeAllOthersMore() {
        // Given
        var table = table(
                List.of(incident(1, 1), incident(2, 3)), units("A", "B"), new double[][] {{100, 200}, {110, 400}});

        // When
        var joint = new JointAssignmentCalculator(table, CoverageReserve.NONE).joint();

        // Then: 4 × 100 + 400 is less than 4 × 200 + 110
        assertThat(sent(joint)).containsExactly("1 A 100", "2 B 400");
        assertThat(joint.cost()).isEqualTo(800);
    }

    @Test
    void keepsTheLastUnitOfATerritoryFromWhatCanWait() {
        // Given
        var reserve = new CoverageReserve(1, 4);
        var times = new double[][] {{100, 200}, {110, 400}};
        var minor = table(List.of(incident(1, 3), incident(2, 4)), units("A", "B"), times);
        var ordinary = table(List.of(incident(1, 3), incident(2, 3)), units("A", "B"), times);

        // When
        var held = new JointAssignmentCalculator(minor, reserve);
        var spent = new JointAssignmentCalculator(ordinary, reserve);

        // Then
        assertThat(sent(held.joint())).containsExactly("1 A 100");
        assertThat(sent(held.greedy())).containsExactly("1 A 100");
        assertThat(held.joint().unserved()).extracting(WaitingIncident::id).containsExactly(id(2));
        assertThat(held.joint().idle()).extracting(IdleUnit::callSign).containsExactly("B");
        assertThat(sent(spent.joint())).containsExactly("1 B 200", "2 A 110");
        assertThat(spent.joint().idle()).isEmpty();
    }

    @Test
    void takesAFartherUnitWhereTheNearestIsTheLastOfItsTerritory() {
        // Given
        var units = List.of(unit("A", "MA-CAS-ANFA"), unit("B", "MA-CAS"), unit("C", "MA-CAS"));
        var table = table(List.of(incident(1, 3)), units, new double[][] {{50, 120, 300}});

        // When
        var calculator = new JointAssignmentCalculator(table, new CoverageReserve(1, 4));

        // Then
        assertThat(sent(calculator.joint())).containsExactly("1 B 120");
        assertThat(sent(calculator.greedy())).containsExactly("1 B 120");
    }

    @Test
    void sendsNobodyWhoMayNotGoThere() {
        // Given
        var table = table(
                List.of(incident(1, 1)), List.of(unit("A", "MA-RBA")), new double[][] {{Double.POSITIVE_INFINITY}});

        // When
        var calculator = new JointAssignmentCalculator(table, CoverageReserve.NONE);

        // Then
        assertThat(calculator.joint().assignments()).isEmpty();
        assertThat(calculator.greedy().assignments()).isEmpty();
        assertThat(calculator.joint().unserved()).hasSize(1);
    }

    @Test
    void takesTheLastUnitThatANeighbourLent() {
        // Given
        var lent = SampleIdleUnits.lent(unit("A", "MA-RBA"), "MA-CAS");
        var table = table(List.of(incident(1, 5)), List.of(lent), new double[][] {{300}});

        // When
        var calculator = new JointAssignmentCalculator(table, new CoverageReserve(1, 1));

        // Then
        assertThat(sent(calculator.joint())).containsExactly("1 A 300");
        assertThat(sent(calculator.greedy())).containsExactly("1 A 300");
    }

    @Test
    void sendsTheFirstUnitOfASlightIncidentBeforeTheSecondOfAGraveOne() {
        // Given
        var grave = incident(1, 1);
        var slight = incident(2, 5);
        var places = List.of(
                new OpenPlace(grave, ANY_UNIT, false),
                new OpenPlace(slight, ANY_UNIT, false),
                new OpenPlace(grave, ANY_UNIT, true));
        var seconds = new double[][] {{60, 120}, {3_600, 3_600}, {60, 120}};
        var table = new DispatchCostTable(places, units("A", "B"), seconds, new double[2], TARGET);

        // When
        var calculator = new JointAssignmentCalculator(table, CoverageReserve.NONE);

        // Then
        assertThat(sent(calculator.joint())).containsExactly("1 A 60", "2 B 3600");
        assertThat(sent(calculator.greedy())).containsExactly("1 A 60", "2 B 3600");
        assertThat(calculator.joint().unserved()).isEmpty();
    }

    @Test
    void keepsTheLastUnitOfATerritoryFromFurtherPlacesOfTheGravestIncident() {
        // Given
        var places =
                List.of(new OpenPlace(incident(1, 1), ANY_UNIT, false), new OpenPlace(incident(1, 1), ANY_UNIT, true));
        var table = new DispatchCostTable(
                places, units("A", "B"), new double[][] {{60, 120}, {60, 120}}, new double[2], TARGET);

        // When
        var calculator = new JointAssignmentCalculator(table, new CoverageReserve(1, 4));

        // Then
        assertThat(sent(calculator.joint())).containsExactly("1 A 60");
        assertThat(sent(calculator.greedy())).containsExactly("1 A 60");
    }

    @Test
    void sendsWhoseAbsenceCostsLeastAmongThoseWhoComeInTime() {
        // Given
        var times = new double[][] {{100, 200, 600}};
        var incidents = List.of(incident(1, 3));
        var priced = table(incidents, units("A", "B", "LATE"), times, new double[] {500, 10, 0});
        var grave = table(List.of(incident(1, 1)), units("A", "B", "LATE"), times, new double[] {300, 10, 0});

        // Then
        assertThat(sent(new JointAssignmentCalculator(priced, CoverageReserve.NONE).joint()))
                .containsExactly("1 B 200");
        assertThat(sent(new JointAssignmentCalculator(grave, CoverageReserve.NONE).joint()))
                .containsExactly("1 A 100");
    }

    @Test
    void answersTheSameForTies() {
        // Given
        var times = new double[][] {{300, 300, 300}, {300, 300, 300}};
        var table = table(List.of(incident(1, 3), incident(2, 3)), units("A", "B", "C"), times);

        // When
        var first = sent(new JointAssignmentCalculator(table, CoverageReserve.NONE).joint());

        // Then
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> sent(new JointAssignmentCalculator(table, CoverageReserve.NONE).joint())))
                .containsOnly(first);
        assertThat(sent(new JointAssignmentCalculator(table, CoverageReserve.NONE).greedy()))
                .containsExactly("1 A 300", "2 B 300");
    }

    @Test
    void plansNothingWithoutIncidentsOrUnits() {
        // Given
        var noIncident = table(List.of(), units("A"), new double[0][0]);
        var noUnit = table(List.of(incident(1, 3)), List.of(), new double[1][0]);

        // Then
        assertThat(new JointAssignmentCalculator(noIncident, new CoverageReserve(2, 4))
                        .joint()
                        .assignments())
                .isEmpty();
        assertThat(new JointAssignmentCalculator(noUnit, new CoverageReserve(2, 4))
                        .joint()
                        .unserved())
                .hasSize(1);
    }

    @Property(tries = 400)
    void costsAsLittleAsTheBestOfAllPlans(
            @ForAll @IntRange(max = 3) int incidents,
            @ForAll @IntRange(max = 5) int units,
            @ForAll @IntRange(max = 2) int kept,
            @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var waiting = IntStream.range(0, incidents)
                .mapToObj(i -> SampleIdleUnits.incident(random, i))
                .toList();
        var idle = IntStream.range(0, units)
                .mapToObj(i -> SampleIdleUnits.random(random, i))
                .toList();
        var places = waiting.stream()
                .flatMap(incident -> IntStream.range(0, incident.open().size())
                        .mapToObj(i -> new OpenPlace(incident, incident.open().get(i), incident.hasUnit() || i > 0)))
                .toList();
        var times = places.stream()
                .map(place -> idle.stream()
                        .mapToDouble(unit ->
                                SampleIdleUnits.isFor(unit, place) ? random.nextInt(6_000) : Double.POSITIVE_INFINITY)
                        .toArray())
                .toArray(double[][]::new);
        var prices = random.ints(units, 0, 300).asDoubleStream().toArray();
        var table = new DispatchCostTable(places, idle, times, prices, TARGET);
        var calculator = new JointAssignmentCalculator(table, new CoverageReserve(kept, 1 + random.nextInt(5)));

        // When
        var greedy = calculator.greedy();
        var joint = calculator.joint().unlessAsCheap(greedy);

        // Then
        assertThat(joint.cost()).isCloseTo(best(calculator, table, new ArrayList<>()), within(1e-3));
        assertThat(joint.cost()).isLessThanOrEqualTo(greedy.cost());
        assertThat(Stream.of(joint, greedy))
                .allSatisfy(plan -> assertThat(plan.assignments())
                        .allMatch(each -> SampleIdleUnits.isFor(each.unit(), each.place()))
                        .extracting(JointPlan.ProposedAssignment::unit)
                        .doesNotHaveDuplicates());
        var served = joint.assignments().stream()
                .map(JointPlan.ProposedAssignment::incident)
                .toList();
        assertThat(joint.unserved()).allMatch(incident -> !incident.hasUnit() && !served.contains(incident));
    }

    /** In processor time, since the machine that runs this may have other work. */
    @Test
    void plansTwoHundredIncidentsAndAThousandUnitsInATenthOfASecond() {
        // Given
        var random = new Random(18);
        var incidents =
                IntStream.range(0, 200).mapToObj(i -> incident(i, 1 + i % 5)).toList();
        var units = IntStream.range(0, 1_000)
                .mapToObj(i -> unit("U" + i, i % 2 == 0 ? "MA-CAS" : "MA-CAS-ANFA"))
                .toList();
        var times = MinimumCostMatcherTest.table(200, 1_000, () -> random.nextInt(1_800));
        var table = table(incidents, units, times);
        var thread = ManagementFactory.getThreadMXBean();

        // When
        var millis = IntStream.range(0, 110)
                .mapToLong(i -> {
                    long start = thread.getCurrentThreadCpuTime();
                    new JointAssignmentCalculator(table, new CoverageReserve(3, 4)).joint();
                    return (thread.getCurrentThreadCpuTime() - start) / 1_000_000;
                })
                .skip(10)
                .sorted()
                .toArray();

        // Then
        assertThat(millis[98]).as("p99 of %s", Arrays.toString(millis)).isLessThan(100);
    }

    /** Every plan, by trying for each place each unit and nobody. */
    private static double best(JointAssignmentCalculator calculator, DispatchCostTable table, List<Integer> chosen) {
        if (chosen.size() == table.places().size()) {
            return calculator
                    .plan(chosen.stream().mapToInt(Integer::intValue).toArray())
                    .cost();
        }
        int place = chosen.size();
        return IntStream.range(-1, table.units().size())
                .filter(unit -> unit == -1 || (!chosen.contains(unit) && table.isEligible(place, unit)))
                .mapToDouble(unit -> {
                    var longer = new ArrayList<>(chosen);
                    longer.add(unit);
                    return best(calculator, table, longer);
                })
                .min()
                .orElseThrow();
    }

    private static DispatchCostTable table(List<WaitingIncident> incidents, List<IdleUnit> units, double[][] seconds) {
        return table(incidents, units, seconds, new double[units.size()]);
    }

    private static DispatchCostTable table(
            List<WaitingIncident> incidents, List<IdleUnit> units, double[][] seconds, double[] prices) {
        var places = incidents.stream()
                .map(incident -> new OpenPlace(incident, ANY_UNIT, false))
                .toList();
        return new DispatchCostTable(places, units, seconds, prices, TARGET);
    }

    private static List<String> sent(JointPlan plan) {
        return plan.assignments().stream()
                .map(each -> "%d %s %d"
                        .formatted(
                                each.incident().id().getLeastSignificantBits(),
                                each.unit().callSign(),
                                Math.round(each.seconds())))
                .toList();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static WaitingIncident incident(int number, int priority) {
        return new WaitingIncident(
                id(number), "MA-CAS-ANFA", priority, null, SOMEWHERE, OPENED, 1, List.of(ANY_UNIT), false);
    }

    private static List<IdleUnit> units(String... callSigns) {
        return Arrays.stream(callSigns)
                .map(callSign -> unit(callSign, "MA-CAS"))
                .toList();
    }

    private static IdleUnit unit(String callSign, String jurisdiction) {
        return SampleIdleUnits.unit(callSign, "CAR", List.of(), jurisdiction, SOMEWHERE);
    }
}
