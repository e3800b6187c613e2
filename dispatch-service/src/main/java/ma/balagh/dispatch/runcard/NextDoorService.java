package ma.balagh.dispatch.runcard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.UnitService;

/** Says who could come of jurisdictions that have not been asked for help. */
@ApplicationScoped
class NextDoorService {

    /** As the crow flies: of these, the first by road are told. */
    private static final int TIMED = 8;

    private static final int TOLD = 3;

    /** Who needs longer is no neighbour. */
    private static final long FURTHEST_SECONDS = Duration.ofHours(1).toSeconds();

    private final UnitService units;
    private final TravelTimes travelTimes;

    NextDoorService(UnitService units, TravelTimes travelTimes) {
        this.units = units;
        this.travelTimes = travelTimes;
    }

    /** Who would be the first where the place is known. */
    List<UnitShortfall.NextDoor> of(IncidentNeed need, UnitRequirement requirement) {
        var place = need.place();
        if (place == null) {
            return List.of();
        }
        var fit = units.neighbours(requirement.search(need), TIMED);
        if (fit.isEmpty()) {
            return List.of();
        }
        var times = travelTimes.to(
                place,
                fit.stream()
                        .map(unit -> new TravelStart(unit.kind(), new GeoPoint(unit.latitude(), unit.longitude())))
                        .toList());
        return IntStream.range(0, fit.size())
                .mapToObj(i -> new UnitShortfall.NextDoor(
                        fit.get(i).jurisdiction(),
                        fit.get(i).kind(),
                        Math.round(times.get(i).seconds())))
                .filter(unit -> unit.estimatedSeconds() <= FURTHEST_SECONDS)
                .sorted(Comparator.comparing(UnitShortfall.NextDoor::estimatedSeconds))
                .limit(TOLD)
                .toList();
    }
}
