package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.blackspot.SpotHistoryService;
import ma.balagh.dispatch.blackspot.SpotIncident;
import ma.balagh.dispatch.blackspot.SpotPlaceService;
import ma.balagh.dispatch.patrol.PatrolEffectView.SpotEffectView;

/** Whether less happens where units went, and whether more happens around it. */
@ApplicationScoped
class PatrolEffectService {

    private static final int MOST_SPOTS = 50;
    private static final int STEPS = 2;

    private final VisitedSpotRepository spots;
    private final SpotHistoryService history;
    private final SpotPlaceService places;
    private final PatrolConfig.Effect config;
    private final EffectCalculator calculator;
    private final Timestamps moments;

    PatrolEffectService(
            VisitedSpotRepository spots,
            SpotHistoryService history,
            SpotPlaceService places,
            PatrolConfig config,
            Timestamps moments) {
        this.spots = spots;
        this.history = history;
        this.places = places;
        this.config = config.effect();
        this.calculator = new EffectCalculator(this.config);
        this.moments = moments;
    }

    /** Of the places that were visited most, as far as the caller sees plans and incidents. */
    @Transactional
    PatrolEffectView effect() {
        var now = moments.now();
        var visited = spots.before(now, MOST_SPOTS);
        var known = history.knownSince().orElse(now);
        var visitedCells = Set.copyOf(spots.cells(now));
        var rings = visited.stream().collect(Collectors.toMap(VisitedSpot::cell, spot -> ring(spot, visitedCells)));
        var happened = happened(visited, rings, now);
        return new PatrolEffectView(
                now.minus(config.settle()),
                config.leastIncidents(),
                config.leastWeeks(),
                visited.stream()
                        .map(spot ->
                                view(spot, EffectPeriod.around(spot.firstAt(), known, now, config), rings, happened))
                        .toList());
    }

    private List<String> ring(VisitedSpot spot, Set<String> visited) {
        return places.ring(spot.cell(), STEPS).stream()
                .filter(cell -> !visited.contains(cell))
                .toList();
    }

    /** Incidents whose time is known: when the others were judged says nothing of before or after. */
    private Map<String, List<Instant>> happened(
            List<VisitedSpot> visited, Map<String, List<String>> rings, Instant now) {
        var first = visited.stream()
                .map(VisitedSpot::firstAt)
                .min(Instant::compareTo)
                .orElse(now);
        var cells = Stream.concat(
                        visited.stream().map(VisitedSpot::cell),
                        rings.values().stream().flatMap(Collection::stream))
                .distinct()
                .toList();
        return history.incidents(cells, first.minus(config.longest())).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        cell -> cell.getValue().stream()
                                .filter(SpotIncident::timed)
                                .map(SpotIncident::at)
                                .toList()));
    }

    private SpotEffectView view(
            VisitedSpot spot,
            EffectPeriod period,
            Map<String, List<String>> rings,
            Map<String, List<Instant>> happened) {
        var around = rings.getOrDefault(spot.cell(), List.of()).stream()
                .flatMap(cell -> happened.getOrDefault(cell, List.of()).stream())
                .toList();
        return new SpotEffectView(
                spot.cell(),
                spot.name(),
                spot.jurisdiction(),
                spot.latitude(),
                spot.longitude(),
                spot.visits(),
                spot.firstAt(),
                calculator.compare(period, happened.getOrDefault(spot.cell(), List.of())),
                calculator.compare(period, around));
    }
}
