package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** Black spots for everybody: large cells of an old map. Callers see no row of its tables. */
@ApplicationScoped
class PublicSpotService {

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
        this.repository = repository;
        this.cells = cells;
        this.config = config;
        this.maps = maps;
        this.moments = moments;
        this.serviceWork = serviceWork;
    }

    /** Read once a month: maps of before do not change. */
    PublicSpotListView list() {
        var asOf = asOf(moments.now());
        var known = kept;
        if (known == null || !known.asOf().equals(asOf)) {
            known = list(asOf);
            kept = known;
        }
        return known;
    }

    /** The whole month shows the same: nobody sees what one more day adds. */
    Instant asOf(Instant now) {
        var zone = maps.timeZone();
        return YearMonth.from(now.atZone(zone))
                .atDay(1)
                .minus(config.delay())
                .atStartOfDay(zone)
                .toInstant();
    }

    /** Areas lie within others, and each has a map: an incident counts once for each. */
    private record LargeCell(String area, long cell) {}

    PublicSpotListView list(Instant asOf) {
        return serviceWork.call(() -> {
            var known = repository.maps(asOf, null);
            Map<UUID, String> areas =
                    known.stream().collect(Collectors.toMap(BlackSpotMap::id, BlackSpotMap::territory));
            var spots = repository.spots(areas.keySet(), WeekWindow.WHOLE_WEEK, null, MOST);
            return new PublicSpotListView(
                    asOf, large(spots, spot -> areas.getOrDefault(spot.mapId(), "")), PublicSpotListView.METHOD);
        });
    }

    private List<PublicSpotView> large(List<KeptBlackSpot> spots, Function<KeptBlackSpot, String> areaOf) {
        Map<LargeCell, Integer> incidents = spots.stream()
                .collect(Collectors.groupingBy(
                        spot -> new LargeCell(areaOf.apply(spot), largeCell(spot)),
                        Collectors.summingInt(KeptBlackSpot::incidents)));
        return incidents.entrySet().stream()
                .filter(large -> large.getValue() >= config.smallest())
                .map(large -> view(large.getKey().cell(), large.getKey().area()))
                .sorted(Comparator.comparing(PublicSpotView::area).thenComparing(PublicSpotView::cell))
                .toList();
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
