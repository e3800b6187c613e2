package ma.balagh.dispatch.blackspot;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** Black spots for everybody: large cells of an old map. Callers see no row of its tables. */
@ApplicationScoped
class PublicSpotService {

    /** Fewer would tell of somebody. */
    private static final int FEWEST = 5;

    private static final int MONTHS_OF_A_YEAR = 12;

    /** More than a country has. */
    private static final int MOST = 10_000;

    private final BlackSpotRepository repository;
    private final CellIndex cells;
    private final PublicSpotConfig config;
    private final BlackSpotConfig maps;
    private final Timestamps moments;
    private final ServiceWorkRunner serviceWork;
    private final TerritoryNameReader territories = TerritoryNameReader.load();
    private volatile @Nullable PublicSpotListView kept;

    PublicSpotService(
            BlackSpotRepository repository,
            CellIndex cells,
            PublicSpotConfig config,
            BlackSpotConfig maps,
            Timestamps moments,
            ServiceWorkRunner serviceWork) {
        if (config.smallest() < FEWEST) {
            throw new IllegalArgumentException("balagh.public-black-spot.smallest must be at least " + FEWEST);
        }
        this.repository = repository;
        this.cells = cells;
        this.config = config;
        this.maps = maps;
        this.moments = moments;
        this.serviceWork = serviceWork;
    }

    /** Constructs it with the service: one that would show too much does not start. */
    void begin(@Observes StartupEvent start) {}

    /** Read once a month: maps of before do not change. */
    PublicSpotListView list() {
        var month = YearMonth.from(moments.now().atZone(maps.timeZone()));
        var known = kept;
        if (known == null || !known.asOf().equals(asOf(month))) {
            known = list(month);
            kept = known;
        }
        return known;
    }

    /** The whole month shows the same: nobody sees what one more day adds. */
    Instant asOf(YearMonth month) {
        return month.atDay(1)
                .minus(config.delay())
                .atStartOfDay(maps.timeZone())
                .toInstant();
    }

    /** Areas lie within others, and each has a map: an incident counts once for each. */
    private record LargeCell(String area, long cell) {}

    /**
     * What is shown in a month: a large cell comes when it has twice the smallest number, and goes when it has less than
     * that number, or had not twice as many for a year. So it does not come and go with a single incident: between ten and
     * four at least six have left, and a year after ten all of them.
     */
    PublicSpotListView list(YearMonth month) {
        return serviceWork.call(() -> {
            Set<LargeCell> shown = Set.of();
            for (int back = MONTHS_OF_A_YEAR; back >= 0; back--) {
                shown = next(shown, incidents(asOf(month.minusMonths(back))));
            }
            return new PublicSpotListView(
                    asOf(month),
                    shown.stream()
                            .map(large -> view(large.cell(), large.area()))
                            .sorted(Comparator.comparing(PublicSpotView::area).thenComparing(PublicSpotView::cell))
                            .toList(),
                    PublicSpotListView.METHOD);
        });
    }

    private Set<LargeCell> next(Set<LargeCell> before, Map<LargeCell, Integer> incidents) {
        return incidents.entrySet().stream()
                .filter(large -> large.getValue() >= config.smallest() * (before.contains(large.getKey()) ? 1 : 2))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<LargeCell, Integer> incidents(Instant asOf) {
        Map<UUID, String> areas = repository.maps(asOf, null).stream()
                .collect(Collectors.toMap(BlackSpotMap::id, BlackSpotMap::territory));
        return repository.spots(areas.keySet(), WeekWindow.WHOLE_WEEK, null, MOST).stream()
                .collect(Collectors.groupingBy(
                        spot -> new LargeCell(areas.getOrDefault(spot.mapId(), ""), largeCell(spot)),
                        Collectors.summingInt(KeptBlackSpot::incidents)));
    }

    /** Of the spot or of a cell next to it, always the same one: the edges of large cells tell of no street. */
    private long largeCell(KeptBlackSpot spot) {
        var around = cells.disk(cells.named(spot.cell()));
        long moved = around.get(Math.floorMod(spot.cell().hashCode(), around.size()));
        return cells.parent(moved, config.resolution());
    }

    private PublicSpotView view(long cell, String area) {
        var centre = cells.centre(cell);
        return new PublicSpotView(
                cells.name(cell),
                territories.nearest(centre.latitude(), centre.longitude()),
                area,
                territories.names(area),
                cells.outline(cell));
    }
}
