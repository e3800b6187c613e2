package ma.balagh.dispatch.recommendation;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;

/**
 * Finds the units that are there soon although many others are nearer along the straight line: across a river from all of
 * those, or faster than they are.
 */
@ApplicationScoped
class FurtherUnitFinder {

    private final UnitService units;
    private final TravelTimes travelTimes;
    private final RecommendationConfig config;
    private final Timestamps moments;

    FurtherUnitFinder(UnitService units, TravelTimes travelTimes, RecommendationConfig config, Timestamps moments) {
        this.units = units;
        this.travelTimes = travelTimes;
        this.config = config;
        this.moments = moments;
    }

    /**
     * The nearest units, and all that can be there before the last of those that are answered: nobody is that is further
     * away than the quickest road leads in that time.
     *
     * @param nearest as many as are considered, the nearest along the straight line
     */
    List<Unit> withFurther(List<Unit> nearest, String jurisdiction, GeoPoint place) {
        var now = moments.now();
        if (!nearest.stream().allMatch(unit -> units.isReady(unit) && isKnown(unit, now))) {
            // They stand behind all that are ready and known: there are no more of these.
            return nearest;
        }
        double farthest = travelTimes.farthestWithin(lastAnswered(nearest, place, now));
        if (farthest <= place.distanceTo(placeOf(nearest.getLast()))) {
            return nearest;
        }
        var within = units.readyWithin(
                farthest, jurisdiction, place.latitude(), place.longitude(), config.unknownAfter(), config.mostTimed());
        return within.size() > nearest.size() ? within : nearest;
    }

    /** In how many seconds the last of those that are answered is there, if none of the others is there before. */
    private double lastAnswered(List<Unit> ready, GeoPoint place, Instant now) {
        var times = travelTimes.to(
                place,
                ready.stream()
                        .map(unit -> new TravelStart(unit.kind(), placeOf(unit)))
                        .toList());
        return IntStream.range(0, ready.size())
                .mapToDouble(i -> times.get(i).seconds() + config.allowance(age(ready.get(i), now)))
                .sorted()
                .limit(config.mostReady())
                .max()
                .orElse(0);
    }

    private boolean isKnown(Unit unit, Instant now) {
        return unit.position() != null && age(unit, now).compareTo(config.unknownAfter()) < 0;
    }

    private static Duration age(Unit unit, Instant now) {
        return Duration.between(position(unit).at(), now);
    }

    private static GeoPoint placeOf(Unit unit) {
        return new GeoPoint(position(unit).latitude(), position(unit).longitude());
    }

    private static Position position(Unit unit) {
        return requireNonNull(unit.position());
    }
}
