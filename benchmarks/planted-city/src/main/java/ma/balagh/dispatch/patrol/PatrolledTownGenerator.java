package ma.balagh.dispatch.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.road.TravelTime;
import ma.balagh.dispatch.road.TravelTimes;

/** 20 units, 60 places of different weight and eight hours, in a city of ten kilometres with four districts. */
final class PatrolledTownGenerator {

    static final Instant FROM = Instant.parse("2026-12-01T14:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofHours(8));

    /** 30 km/h along streets that are a third longer than the straight line. */
    static final TravelTimes TIMES = (destination, starts) -> starts.stream()
            .map(start -> {
                double metres = start.place().distanceTo(destination);
                return new TravelTime(metres * 1.35 / (30 / 3.6), metres, TravelBasis.STRAIGHT_LINE);
            })
            .toList();

    private static final int UNITS = 20;
    private static final int SPOTS = 60;
    private static final int MOST_VISITS = 8;
    private static final double SOUTH = 33.53;
    private static final double WEST = -7.67;
    private static final double WIDTH = 0.09;

    private final Random random;
    private final PatrolConfig config;

    PatrolledTownGenerator(long seed, PatrolConfig config) {
        this.random = new Random(seed);
        this.config = config;
    }

    PlanInputs evening(long seed) {
        var draw = new SlotGenerator(seed, config.draws());
        var units =
                IntStream.range(0, UNITS).mapToObj(number -> unit(number, draw)).toList();
        var weights = random.doubles(SPOTS, 0.5, 3).toArray();
        var most = new int[SPOTS];
        Arrays.fill(most, MOST_VISITS);
        var visits = DosageCalculator.share(PatrolSpotSelector.capacity(units, config), weights, most);
        var spots = IntStream.range(0, SPOTS)
                .filter(spot -> visits[spot] > 0)
                .mapToObj(spot -> spot(weights[spot], visits[spot]))
                .toList();
        var starts = new HashMap<UUID, GeoPoint>();
        units.forEach(unit -> starts.put(unit.unitId(), place()));
        return new PlanInputs(PatrolPlanState.SOLVING, seed, FROM, spots, units, List.of(), Set.of(), starts);
    }

    private PatrolUnit unit(int number, SlotGenerator draw) {
        var third = Duration.between(FROM, TO).dividedBy(3);
        var breakFrom = Instant.ofEpochSecond(draw.moment(
                FROM.plus(third).getEpochSecond(),
                TO.minus(third).minus(config.breakLength()).getEpochSecond()));
        return new PatrolUnit(
                IdGenerator.next(),
                "U-" + number,
                "XS-TOWN",
                "CAR",
                FROM,
                TO,
                breakFrom,
                breakFrom.plus(config.breakLength()));
    }

    private PatrolSpot spot(double weight, int visits) {
        var place = place();
        var district =
                (place.latitude() > SOUTH + WIDTH / 2 ? "N" : "S") + (place.longitude() > WEST + WIDTH / 2 ? "E" : "W");
        return new PatrolSpot(
                null,
                "XS-TOWN-" + district,
                "",
                place.latitude(),
                place.longitude(),
                weight,
                false,
                FROM,
                TO,
                visits,
                null);
    }

    private GeoPoint place() {
        return new GeoPoint(SOUTH + WIDTH * random.nextDouble(), WEST + WIDTH * random.nextDouble());
    }
}
