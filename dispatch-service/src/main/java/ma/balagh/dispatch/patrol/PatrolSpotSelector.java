package ma.balagh.dispatch.patrol;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.dispatch.blackspot.SpotPlace;
import ma.balagh.dispatch.blackspot.SpotPlaceService;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Which places a plan visits, and how often: those secured by hand as somebody says, black spots with the time that is left. */
final class PatrolSpotSelector {

    private static final int MOST = 100;

    /** Of a black spot where nothing is expected any more. */
    private static final double LEAST_WEIGHT = 0.01;

    private static final int SECONDS = 60;

    private final SpotPlaceService places;
    private final PatrolConfig config;

    PatrolSpotSelector(SpotPlaceService places, PatrolConfig config) {
        this.places = places;
        this.config = config;
    }

    List<PatrolSpot> select(MakePatrolPlan command, Instant from, List<PatrolUnit> units) {
        var chosen = new ArrayList<PatrolSpot>();
        int secured = 0;
        for (var place : command.securedPlaces()) {
            chosen.add(secured(command.jurisdiction(), place, from));
            secured += place.visits();
        }
        var known = places.places(command.jurisdiction(), from, command.to(), MOST).stream()
                .filter(place -> chosen.stream().noneMatch(secure -> isThereToo(place, secure)))
                .toList();
        chosen.addAll(blackSpots(known, Math.max(0, capacity(units, config) - secured)));
        if (chosen.isEmpty()) {
            throw CommonProblem.invalid(
                    known.isEmpty()
                            ? Violation.noBlackSpot("places")
                            : Violation.unfitting("places", "no unit has time for one"));
        }
        return chosen;
    }

    /** Whether a visit to one of them would be counted for the other, too: they share a cell and hours. */
    private static boolean isThereToo(SpotPlace place, PatrolSpot secured) {
        return place.cell().equals(secured.cell())
                && place.from().isBefore(secured.toAt())
                && secured.fromAt().isBefore(place.to());
    }

    private PatrolSpot secured(String jurisdiction, SecuredPlace place, Instant from) {
        return new PatrolSpot(
                place.name().strip(),
                jurisdiction,
                places.cell(place.latitude(), place.longitude()),
                place.latitude(),
                place.longitude(),
                place.visits(),
                true,
                place.from().isAfter(from) ? place.from().truncatedTo(ChronoUnit.SECONDS) : from,
                place.to().truncatedTo(ChronoUnit.SECONDS),
                place.visits(),
                said(place.reason()));
    }

    private static @Nullable String said(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** Visits that the units have time for. */
    static int capacity(List<PatrolUnit> units, PatrolConfig config) {
        double usable = units.stream()
                        .map(unit -> Duration.between(unit.fromAt(), unit.toAt())
                                .minus(unit.breakFrom() == null ? Duration.ZERO : config.breakLength()))
                        .mapToLong(Duration::toSeconds)
                        .sum()
                * config.share();
        return (int) (usable / (usualVisit(config) + config.usualWay().toSeconds()));
    }

    private static double usualVisit(PatrolConfig config) {
        return SECONDS * (config.leastMinutes() + config.mostMinutes()) / 2.0;
    }

    private List<PatrolSpot> blackSpots(List<SpotPlace> known, int total) {
        var most = known.stream().mapToInt(this::fitting).toArray();
        var weights = known.stream()
                .mapToDouble(spot -> Math.max(LEAST_WEIGHT, spot.expected()))
                .toArray();
        var shares = DosageCalculator.share(total, weights, most);
        return IntStream.range(0, known.size())
                .filter(spot -> shares[spot] > 0)
                .mapToObj(spot -> blackSpot(known.get(spot), weights[spot], shares[spot]))
                .toList();
    }

    /** Visits of one place that its time has room for. */
    private int fitting(SpotPlace spot) {
        long seconds = Duration.between(spot.from(), spot.to()).toSeconds();
        int spaced = (int) (seconds / (usualVisit(config) + 2 * config.spacing().toSeconds()));
        return seconds < (long) SECONDS * config.mostMinutes() ? 0 : Math.max(1, spaced);
    }

    private static PatrolSpot blackSpot(SpotPlace spot, double weight, int visits) {
        return new PatrolSpot(
                spot.name(),
                spot.jurisdiction(),
                spot.cell(),
                spot.latitude(),
                spot.longitude(),
                weight,
                false,
                spot.from(),
                spot.to(),
                visits,
                null);
    }
}
