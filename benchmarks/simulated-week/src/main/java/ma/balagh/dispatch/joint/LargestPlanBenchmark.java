package ma.balagh.dispatch.joint;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.RoadConfig;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.road.TravelTime;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;

/**
 * What the largest joint plan costs, 200 calls at once among 10,000 idle units, in processor time of its one thread, which a
 * busy machine changes less than the time that passes.
 */
final class LargestPlanBenchmark {

    static final long BAR_MILLIS = 1_000;

    private static final int CALLS = 200;
    private static final int UNITS = 10_000;
    private static final int WARMING = 5;
    private static final int ROUNDS = 10;
    /** Of the rounds in their order, the one that nine of ten do not exceed. */
    private static final int NINTH = 8;

    private final Random random = new Random(57);
    private final JointConfig config;
    private final RoadConfig roads;

    LargestPlanBenchmark(JointConfig config) {
        this.config = config;
        roads = new SmallRyeConfigBuilder()
                .withMapping(RoadConfig.class)
                // What it defaults to is written as Quarkus reads it.
                .withDefaultValue("balagh.road.closure-poll", "PT30S")
                .build()
                .getConfigMapping(RoadConfig.class);
    }

    /** Milliseconds that nine of ten plans do not exceed. */
    long measure() {
        var waiting = IntStream.range(0, CALLS).mapToObj(this::call).toList();
        var idle = IntStream.range(0, UNITS).mapToObj(this::unit).toList();
        var prices = random.ints(UNITS, 0, 1_000).asDoubleStream().toArray();
        var selector = new CandidateSelector(alongStraightLines(), roads, config);
        var thread = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, WARMING + ROUNDS)
                .mapToLong(round -> {
                    long start = thread.getCurrentThreadCpuTime();
                    plan(selector.select(waiting, idle, prices).table());
                    return (thread.getCurrentThreadCpuTime() - start) / 1_000_000;
                })
                .skip(WARMING)
                .sorted()
                .toArray()[NINTH];
    }

    /** As the service does: at once, unless one after the other is as cheap. */
    private void plan(DispatchCostTable table) {
        var calculator =
                new JointAssignmentCalculator(table, new CoverageReserve(config.reserve(), config.reserveHeldFrom()));
        calculator.joint().unlessAsCheap(calculator.greedy());
    }

    private TravelTimes alongStraightLines() {
        return (destination, starts) -> starts.stream()
                .map(start -> {
                    double metres = start.place().distanceTo(destination);
                    double seconds = metres * roads.detourFactor() / roads.speedOf(start.kind());
                    return new TravelTime(seconds, metres, TravelBasis.STRAIGHT_LINE);
                })
                .toList();
    }

    private WaitingIncident call(int number) {
        var open = new UnitRequirement(
                AssignmentRole.LEAD, List.of(), random.nextBoolean() ? List.of("SEARCH") : List.of(), 1);
        return new WaitingIncident(
                new UUID(1, number),
                "MA-CAS-ANFA",
                1 + random.nextInt(5),
                null,
                place(),
                Instant.EPOCH,
                1,
                List.of(open),
                false);
    }

    private IdleUnit unit(int number) {
        return new IdleUnit(
                new UUID(0, number),
                "U" + number,
                random.nextBoolean() ? "CAR" : "MOTORCYCLE",
                random.nextBoolean() ? List.of("SEARCH") : List.of(),
                random.nextBoolean() ? "MA-CAS" : "MA-CAS-ANFA",
                List.of(),
                false,
                place(),
                0);
    }

    private GeoPoint place() {
        return new GeoPoint(33.5 + random.nextDouble() / 5, -7.7 + random.nextDouble() / 5);
    }
}
