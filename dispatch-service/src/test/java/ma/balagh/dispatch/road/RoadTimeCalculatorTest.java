package ma.balagh.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Times on the roads of a made-up town, against a plain Dijkstra on the same streets. */
class RoadTimeCalculatorTest {

    private static final BitSet NOTHING = new BitSet();
    private static final double PRECISION_IN_PERCENT = 0.1;

    @TempDir
    Path folder;

    private final Random random = new Random(18);
    private SampleTown town;
    private RoadGraph graph;
    private RoadTimeCalculator calculator;

    @BeforeEach
    void importsTheTown() throws Exception {
        town = new SampleTown(7, 20);
        var extract = folder.resolve("town.osm.pbf");
        town.write(extract);
        var config = SampleTravelTimes.settings(folder.resolve("cache"));
        graph = new RoadGraphLoader(config).load(extract);
        calculator = new RoadTimeCalculator(config, new StraightLineCalculator(config));
    }

    @AfterEach
    void closesTheGraph() {
        graph.close();
    }

    @Test
    void agreesWithAPlainDijkstraOnTheSameStreets() {
        for (int place = 0; place < 10; place++) {
            // Given
            var destination = town.spot(random);
            var spots = Stream.concat(Stream.of(onTheSameBlock(destination)), spots(300))
                    .toList();

            // When
            var times = calculator.to(destination.place(), cars(spots), graph, NOTHING);

            // Then
            for (int i = 0; i < spots.size(); i++) {
                assertAgrees(times.get(i), town.quickest(spots.get(i), destination, Set.of()));
            }
        }
    }

    @Test
    void agreesWithAPlainDijkstraWhenStreetsAreClosed() {
        for (int place = 0; place < 5; place++) {
            // Given
            var closed = IntStream.range(0, 40)
                    .mapToObj(i -> town.spot(random).block())
                    .collect(Collectors.toSet());
            var edges = new BitSet();
            closed.forEach(block -> edges.or(graph.edgesAt(around(block.middle(), 2e-5))));
            var destination = open(closed);
            var spots = IntStream.range(0, 200).mapToObj(i -> open(closed)).toList();

            // When
            var times = calculator.to(destination.place(), cars(spots), graph, edges);

            // Then
            assertThat(edges.cardinality()).isEqualTo(closed.size());
            for (int i = 0; i < spots.size(); i++) {
                var expected = town.quickest(spots.get(i), destination, closed);
                if (Double.isFinite(expected.seconds())) {
                    assertAgrees(times.get(i), expected);
                } else {
                    assertThat(times.get(i).basis()).isEqualTo(TravelBasis.STRAIGHT_LINE);
                }
            }
        }
    }

    @Test
    void knowsHowFarAnybodyComes() throws Exception {
        // Given
        var destination = town.spot(random);
        var spots = spots(300).toList();

        // When
        var times = calculator.to(destination.place(), cars(spots), graph, NOTHING);

        // Then
        for (int i = 0; i < spots.size(); i++) {
            assertThat(spots.get(i).place().distanceTo(destination.place()))
                    .isLessThan(calculator.farthestWithin(times.get(i).seconds(), graph));
        }
        // A motorcycle on the fastest street, 36 s at 60 km/h × 50 ÷ 40, and 300 m beside a road at both ends
        assertThat(calculator.farthestWithin(36, graph)).isCloseTo(750 + 600, within(1.0));
        try (var reloaded = new RoadGraphLoader(SampleTravelTimes.settings(folder.resolve("cache")))
                .load(folder.resolve("town.osm.pbf"))) {
            assertThat(calculator.farthestWithin(36, reloaded)).isEqualTo(calculator.farthestWithin(36, graph));
        }
    }

    private static void assertAgrees(TravelTime time, TravelTime expected) {
        assertThat(time.basis()).isEqualTo(TravelBasis.ROAD);
        assertThat(time.seconds()).isCloseTo(expected.seconds(), withinPercentage(PRECISION_IN_PERCENT));
        assertThat(time.metres()).isCloseTo(expected.metres(), withinPercentage(PRECISION_IN_PERCENT));
    }

    @Test
    void letsKindsMoveAtTheirOwnSpeeds() {
        // Given
        var destination = town.spot(random).place();
        var from = town.spot(random).place();

        // When
        var times = calculator.to(
                destination,
                List.of(
                        new TravelStart("CAR", from),
                        new TravelStart("MOTORCYCLE", from),
                        new TravelStart("HORSE", from),
                        new TravelStart("FOOT", from)),
                graph,
                NOTHING);

        // Then
        double car = times.getFirst().seconds();
        assertThat(times.get(1).seconds()).isCloseTo(car * 40 / 50, withinPercentage(1e-6));
        assertThat(times.get(2).seconds()).isCloseTo(car * 40 / 30, withinPercentage(1e-6));
        assertThat(times.get(3).seconds()).isCloseTo(times.get(3).metres() / (5 / 3.6), withinPercentage(0.1));
        assertThat(times.get(3).metres()).isLessThanOrEqualTo(times.getFirst().metres());
    }

    @Test
    void timesAUnitBesideNoRoadAlongTheStraightLine() {
        // Given
        var destination = town.junction(0);
        var atSea = new TravelStart("CAR", new GeoPoint(33.7, -7.9));
        var inTown = new TravelStart("CAR", town.junction(25));

        // When
        var times = calculator.to(destination, List.of(atSea, inTown), graph, NOTHING);

        // Then
        assertThat(times).extracting(TravelTime::basis).containsExactly(TravelBasis.STRAIGHT_LINE, TravelBasis.ROAD);
        assertThat(times.getFirst().metres()).isEqualTo(atSea.place().distanceTo(destination));
    }

    @Test
    void timesAllUnitsAlongTheStraightLineWhenThePlaceIsBesideNoRoad() {
        // When
        var times = calculator.to(
                new GeoPoint(33.7, -7.9), List.of(new TravelStart("CAR", town.junction(0))), graph, NOTHING);

        // Then
        assertThat(times).extracting(TravelTime::basis).containsExactly(TravelBasis.STRAIGHT_LINE);
    }

    private SampleTown.Spot onTheSameBlock(SampleTown.Spot spot) {
        return new SampleTown.Spot(spot.block(), 1 - spot.piece(), 0.5);
    }

    private Stream<SampleTown.Spot> spots(int number) {
        return IntStream.range(0, number).mapToObj(i -> town.spot(random));
    }

    private SampleTown.Spot open(Set<SampleTown.Block> closed) {
        return Stream.generate(() -> town.spot(random))
                .filter(spot -> !closed.contains(spot.block()))
                .findFirst()
                .orElseThrow();
    }

    private static List<TravelStart> cars(List<SampleTown.Spot> spots) {
        return spots.stream().map(spot -> new TravelStart("CAR", spot.place())).toList();
    }

    private static Geometry around(GeoPoint place, double degrees) {
        var point = new GeometryFactory().createPoint(new Coordinate(place.longitude(), place.latitude()));
        return point.buffer(degrees);
    }
}
