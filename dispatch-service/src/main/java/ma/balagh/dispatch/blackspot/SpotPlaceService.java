package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;

/** Black spots for those who go there. What they do there is never learned from. */
@ApplicationScoped
public class SpotPlaceService {

    private static final int HOURS_OF_DAY = 24;

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
     * Of the latest maps that the caller sees, the most expected first: those of each hour in that time, or of the whole week
     * where no hour has one.
     */
    @Transactional
    public List<SpotPlace> places(String jurisdiction, Instant from, Instant to, int most) {
        var maps = repository.maps(moments.now(), jurisdiction).stream()
                .map(BlackSpotMap::id)
                .toList();
        var windows = hours(from, to);
        var byCell = new LinkedHashMap<String, SpotPlace>();
        for (var window : windows) {
            add(maps, window, jurisdiction, most, byCell);
        }
        if (byCell.isEmpty()) {
            add(maps, WeekWindow.WHOLE_WEEK, jurisdiction, most, byCell);
        }
        return byCell.values().stream()
                .sorted(Comparator.comparingDouble(SpotPlace::expected)
                        .reversed()
                        .thenComparing(SpotPlace::cell))
                .limit(most)
                .toList();
    }

    private void add(
            List<UUID> maps,
            WeekWindow window,
            String jurisdiction,
            int most,
            LinkedHashMap<String, SpotPlace> byCell) {
        for (var spot : repository.spots(maps, window, jurisdiction, most)) {
            byCell.merge(spot.cell(), place(spot), SpotPlaceService::together);
        }
    }

    private List<WeekWindow> hours(Instant from, Instant to) {
        var windows = new ArrayList<WeekWindow>();
        var hour = from.atZone(config.timeZone()).truncatedTo(ChronoUnit.HOURS);
        while (hour.toInstant().isBefore(to)) {
            windows.add(WeekWindow.of((hour.getDayOfWeek().getValue() - 1) * HOURS_OF_DAY + hour.getHour()));
            hour = hour.plusHours(1);
        }
        return windows.stream().distinct().toList();
    }

    private SpotPlace place(KeptBlackSpot spot) {
        var centre = cells.centre(cells.named(spot.cell()));
        return new SpotPlace(
                spot.cell(),
                names.name(spot),
                spot.jurisdiction(),
                centre.latitude(),
                centre.longitude(),
                spot.interval().rate());
    }

    private static SpotPlace together(SpotPlace one, SpotPlace other) {
        return new SpotPlace(
                one.cell(),
                one.name(),
                one.jurisdiction(),
                one.latitude(),
                one.longitude(),
                one.expected() + other.expected());
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
