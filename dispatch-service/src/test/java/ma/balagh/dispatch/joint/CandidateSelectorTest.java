package ma.balagh.dispatch.joint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.SampleTravelTimes;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CandidateSelectorTest {

    private static final GeoPoint PLACE = new GeoPoint(33.5951, -7.6187);
    private static final GeoPoint FAR = new GeoPoint(33.7, -7.6187);
    private static final JointConfig CONFIG =
            new SmallRyeConfigBuilder().withMapping(JointConfig.class).build().getConfigMapping(JointConfig.class);

    private final CandidateSelector selector = new CandidateSelector(
            SampleTravelTimes.alongStraightLines(), SampleTravelTimes.settings(Path.of("none")), CONFIG);

    @Property(tries = 100)
    void losesNoBetterPlan(
            @ForAll @IntRange(min = 1, max = 12) int incidents,
            @ForAll @IntRange(max = 400) int units,
            @ForAll boolean covered,
            @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var waiting = IntStream.range(0, incidents)
                .mapToObj(i -> SampleIdleUnits.incident(random, i))
                .toList();
        var idle = IntStream.range(0, units)
                .mapToObj(i -> SampleIdleUnits.random(random, i))
                .toList();
        var prices = random.ints(units, 0, covered ? 3_000 : 1).asDoubleStream().toArray();

        // When
        var selected = selector.select(waiting, idle, prices).table();

        // Then
        var all =
                new DispatchCostTable(selected.places(), idle, times(selected.places(), idle), prices, CONFIG.target());
        assertThat(joint(selected).cost()).isCloseTo(joint(all).cost(), within(1e-3));
        assertThat(calculator(selected).greedy().responseSeconds())
                .isEqualTo(calculator(all).greedy().responseSeconds());
    }

    @Test
    void sendsToEachOfManyIncidentsAtOnePlace() {
        // Given
        var any = List.of(UnitRequirement.of(AssignmentRole.LEAD, 1));
        var waiting = IntStream.range(0, 150).mapToObj(i -> incident(i, 3, any)).toList();
        var idle = IntStream.range(0, 250)
                .mapToObj(i -> SampleIdleUnits.unit("U" + i, "CAR", List.of(), "MA-CAS", PLACE))
                .toList();

        // When
        var selected = selector.select(waiting, idle, new double[250]).table();

        // Then
        assertThat(selected.units()).hasSizeLessThan(250);
        assertThat(joint(selected).assignments()).hasSize(150);
        assertThat(calculator(selected).greedy().assignments()).hasSize(150);
    }

    @Test
    void findsTheOneThatFitsBehindAnyNumberOfOthers() {
        // Given
        var search = List.of(new UnitRequirement(AssignmentRole.SEARCH, List.of(), List.of("SEARCH"), 1));
        var idle = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> i == 1_000
                        ? SampleIdleUnits.unit("Z", "CAR", List.of("SEARCH"), "MA-CAS", FAR)
                        : SampleIdleUnits.unit("U" + i, "CAR", List.of(), "MA-CAS", PLACE))
                .toList();

        // When
        var selected = selector.select(List.of(incident(1, 3, search)), idle, new double[1_001])
                .table();

        // Then: another one of the territory stays as its reserve
        assertThat(joint(selected).assignments())
                .singleElement()
                .satisfies(each -> assertThat(each.unit().callSign()).isEqualTo("Z"));
    }

    @Test
    void looksForTheFirstOfARunCardWhoIsThere() {
        // Given: nobody can lead, but somebody can search
        var open = List.of(
                new UnitRequirement(AssignmentRole.LEAD, List.of("BOAT"), List.of(), 1),
                UnitRequirement.of(AssignmentRole.SEARCH, 2));
        var idle = List.of(SampleIdleUnits.unit("A", "CAR", List.of(), "MA-CAS", PLACE));

        // When
        var places = selector.select(List.of(incident(1, 3, open)), idle, new double[1])
                .table()
                .places();

        // Then
        assertThat(places)
                .extracting(place -> place.requirement().role() + " " + place.further())
                .containsExactly("SEARCH false", "LEAD true", "SEARCH true");
    }

    /** As many as it ever does at once; benchmarks/dispatch says how long that takes. */
    @Test
    void plansTwoHundredPlacesAmongTenThousandUnits() {
        // Given
        var random = new Random(57);
        var waiting = IntStream.range(0, 200)
                .mapToObj(i -> SampleIdleUnits.incident(random, i))
                .toList();
        var idle = IntStream.range(0, 10_000)
                .mapToObj(i -> SampleIdleUnits.random(random, i))
                .toList();
        var prices = random.ints(10_000, 0, 1_000).asDoubleStream().toArray();

        // When
        var selected = selector.select(waiting, idle, prices).table();

        // Then
        assertThat(selected.places()).hasSize(200);
        assertThat(joint(selected).assignments()).hasSize(200);
        assertThat(joint(selected).cost())
                .isLessThan(calculator(selected).greedy().cost());
    }

    /** Of all units, not of those near alone. */
    private static double[][] times(List<OpenPlace> places, List<IdleUnit> idle) {
        var roads = SampleTravelTimes.settings(Path.of("none"));
        return places.stream()
                .map(place -> idle.stream()
                        .mapToDouble(unit -> SampleIdleUnits.isFor(unit, place)
                                ? unit.place()
                                                .distanceTo(requireNonNull(
                                                        place.incident().point()))
                                        * roads.detourFactor()
                                        / roads.speedOf(unit.kind())
                                : Double.POSITIVE_INFINITY)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static JointPlan joint(DispatchCostTable table) {
        return calculator(table).joint();
    }

    private static JointAssignmentCalculator calculator(DispatchCostTable table) {
        return new JointAssignmentCalculator(table, new CoverageReserve(CONFIG.reserve(), CONFIG.reserveHeldFrom()));
    }

    private static WaitingIncident incident(int number, int priority, List<UnitRequirement> open) {
        return new WaitingIncident(
                new UUID(0, number), "MA-CAS-ANFA", priority, null, PLACE, Instant.EPOCH, 1, open, false);
    }
}
