package ma.balagh.dispatch.patrol;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.road.TravelTime;
import ma.balagh.dispatch.road.TravelTimes;

/** Units and places of a city of ten kilometres with four districts, of which one unit's shift is shorter. */
final class PatrolledCity {

    static final Instant FROM = Instant.parse("2026-12-01T14:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofHours(8));

    /** 30 km/h along streets that are longer than the straight line. */
    static final TravelTimes TIMES = (destination, starts) -> starts.stream()
            .map(start -> {
                double metres = start.place().distanceTo(destination);
                return new TravelTime(metres * 1.35 / (30 / 3.6), metres, TravelBasis.STRAIGHT_LINE);
            })
            .toList();

    private static final double SOUTH = 33.53;
    private static final double WEST = -7.67;
    private static final double WIDTH = 0.09;

    private PatrolledCity() {}

    static PatrolConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(PatrolConfig.class)
                .build()
                .getConfigMapping(PatrolConfig.class);
    }

    /** A plan that is to be computed: as many visits as the units have time for, by random weights. */
    static PlanInputs inputs(int units, int spots, long seed) {
        var config = config();
        var random = new Random(seed);
        var draw = new SlotGenerator(seed, config.draws());
        var rostered =
                IntStream.range(0, units).mapToObj(number -> unit(number, draw)).toList();
        var weights = random.doubles(spots, 0.5, 3).toArray();
        int total = PatrolSpotSelector.capacity(rostered, config);
        var most = IntStream.range(0, spots).map(spot -> 8).toArray();
        var shares = DosageCalculator.share(total, weights, most);
        var places = new ArrayList<PatrolSpot>();
        for (int spot = 0; spot < spots; spot++) {
            if (shares[spot] > 0) {
                places.add(spot(random, weights[spot], shares[spot]));
            }
        }
        var starts = new HashMap<UUID, GeoPoint>();
        rostered.forEach(unit -> starts.put(unit.unitId(), place(random)));
        return new PlanInputs(
                PatrolPlanState.SOLVING, seed, FROM, places, rostered, List.of(), Set.of(), Map.copyOf(starts));
    }

    private static PatrolUnit unit(int number, SlotGenerator draw) {
        var to = number == 0 ? TO.minus(Duration.ofHours(3)) : TO;
        var breakFrom = number == 0
                ? null
                : Instant.ofEpochSecond(draw.moment(
                        FROM.plus(Duration.ofMinutes(160)).getEpochSecond(),
                        FROM.plus(Duration.ofMinutes(290)).getEpochSecond()));
        return new PatrolUnit(
                // The same each time: the order in which the search meets units follows from their ids.
                new UUID(0x7000, number + 1L),
                "U-" + number,
                "XS-TOWN",
                "CAR",
                FROM,
                to,
                breakFrom,
                breakFrom == null ? null : breakFrom.plus(Duration.ofMinutes(30)));
    }

    private static PatrolSpot spot(Random random, double weight, int visits) {
        var place = place(random);
        var district =
                (place.latitude() > SOUTH + WIDTH / 2 ? "N" : "S") + (place.longitude() > WEST + WIDTH / 2 ? "E" : "W");
        return new PatrolSpot(
                "Souk",
                "XS-TOWN-" + district,
                "89",
                place.latitude(),
                place.longitude(),
                weight,
                false,
                FROM,
                TO,
                visits,
                null);
    }

    private static GeoPoint place(Random random) {
        return new GeoPoint(SOUTH + WIDTH * random.nextDouble(), WEST + WIDTH * random.nextDouble());
    }

    /** The same plan as it is kept: approved, at that moment. */
    static PlanInputs approved(PlanInputs inputs, RequestedVisits requested, VisitPlan solved, Instant now) {
        var byId = new HashMap<UUID, PatrolVisit>();
        requested.fresh().forEach(visit -> byId.put(visit.id(), visit));
        for (var request : solved.visits()) {
            var slot = request.slot();
            var visit = byId.get(request.id());
            if (slot != null && visit != null) {
                visit.assign(slot, 0, List.of());
            }
        }
        return new PlanInputs(
                PatrolPlanState.APPROVED,
                inputs.seed(),
                now,
                inputs.spots(),
                inputs.units(),
                List.copyOf(byId.values()),
                Set.of(),
                inputs.starts());
    }

    static PlanInputs withoutUnit(PlanInputs inputs, UUID unit) {
        return new PlanInputs(
                inputs.state(),
                inputs.seed(),
                inputs.now(),
                inputs.spots(),
                inputs.units(),
                inputs.visits(),
                Set.of(unit),
                inputs.starts());
    }
}
