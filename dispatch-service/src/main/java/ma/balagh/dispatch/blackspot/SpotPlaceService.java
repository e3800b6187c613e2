package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import ma.balagh.dispatch.Timestamps;

/** Black spots for those who go there. What they do there is never learned from. */
@ApplicationScoped
public class SpotPlaceService {

    private final BlackSpotRepository repository;
    private final CellIndex cells;
    private final SpotNameFinder names;
    private final BlackSpotConfig config;
    private final Timestamps moments;

    SpotPlaceService(
            BlackSpotRepository repository,
            CellIndex cells,
            SpotNameFinder names,
            BlackSpotConfig config,
            Timestamps moments) {
        this.repository = repository;
        this.cells = cells;
        this.names = names;
        this.config = config;
        this.moments = moments;
    }

    /**
     * Of the latest maps that the caller sees, the most expected first. A place is one at the hours whose maps have it, and
     * stands here once for each run of them; one that none of them has, but the map of the whole week, is one all the time.
     */
    @Transactional
    public List<SpotPlace> places(String jurisdiction, Instant from, Instant to, int most) {
        var maps = repository.maps(moments.now(), jurisdiction).stream()
                .map(BlackSpotMap::id)
                .toList();
        var byCell = new HashMap<String, List<SpotPlace>>();
        double ofAllHours = 0;
        for (var begin = from; begin.isBefore(to); ) {
            var hour = begin.atZone(config.timeZone()).truncatedTo(ChronoUnit.HOURS);
            var next = hour.plusHours(1).toInstant();
            var end = next.isBefore(to) ? next : to;
            var window = WeekWindow.at(hour);
            for (var spot : repository.spots(maps, window, jurisdiction, most)) {
                add(
                        byCell.computeIfAbsent(spot.cell(), _ -> new ArrayList<>()),
                        place(spot, window.shareOfHour(), begin, end));
            }
            ofAllHours += WeekWindow.WHOLE_WEEK.shareOfHour();
            begin = next;
        }
        for (var spot : repository.spots(maps, WeekWindow.WHOLE_WEEK, jurisdiction, most)) {
            byCell.putIfAbsent(spot.cell(), List.of(place(spot, ofAllHours, from, to)));
        }
        return byCell.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(SpotPlace::expected)
                        .reversed()
                        .thenComparing(SpotPlace::cell)
                        .thenComparing(SpotPlace::from))
                .limit(most)
                .toList();
    }

    private static void add(List<SpotPlace> runs, SpotPlace hour) {
        if (!runs.isEmpty() && runs.getLast().to().equals(hour.from())) {
            runs.add(runs.removeLast().and(hour));
        } else {
            runs.add(hour);
        }
    }

    private SpotPlace place(KeptBlackSpot spot, double share, Instant from, Instant to) {
        var centre = cells.centre(cells.named(spot.cell()));
        return new SpotPlace(
                spot.cell(),
                names.name(spot),
                spot.jurisdiction(),
                centre.latitude(),
                centre.longitude(),
                share * spot.interval().rate(),
                from,
                to);
    }

    /** The cell of maps that a place lies in. */
    public String cell(double latitude, double longitude) {
        return cells.name(cells.cell(latitude, longitude, config.resolution()));
    }

    /** The names of the cells around it, at most so many steps away; none where it is no cell. */
    public List<String> ring(String cell, int steps) {
        long known = cells.named(cell);
        return known < 0
                ? List.of()
                : cells.disk(known, steps).stream()
                        .filter(other -> other != known)
                        .map(cells::name)
                        .toList();
    }

    /** Whether a place lies in that cell, of whatever size. */
    public boolean contains(String cell, double latitude, double longitude) {
        long known = cells.named(cell);
        return known >= 0 && cells.cell(latitude, longitude, cells.resolution(known)) == known;
    }
}
