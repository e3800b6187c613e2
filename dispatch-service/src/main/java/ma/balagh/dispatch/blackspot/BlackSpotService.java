package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Black spots, as far as the caller sees their incidents. */
@ApplicationScoped
class BlackSpotService {

    /** More than anybody looks at. */
    private static final int MOST_SHOWN = 1_000;

    private final BlackSpotRepository repository;
    private final CellIndex cells;
    private final SpotNameFinder names;
    private final BlackSpotConfig config;

    BlackSpotService(BlackSpotRepository repository, CellIndex cells, SpotNameFinder names, BlackSpotConfig config) {
        this.repository = repository;
        this.cells = cells;
        this.names = names;
        this.config = config;
    }

    /** As they were known at that moment. */
    @Transactional
    BlackSpotListView list(Instant at, WeekWindow window, @Nullable String jurisdiction) {
        var maps = repository.maps(at, jurisdiction);
        var spots = repository.spots(maps.stream().map(BlackSpotMap::id).toList(), window, jurisdiction, MOST_SHOWN);
        var clusters = names.clusters(spots);
        return new BlackSpotListView(
                spots.stream()
                        .map(spot -> BlackSpotView.of(
                                spot,
                                cells,
                                names.name(spot),
                                SpotNameFinder.SpotCluster.of(spot)
                                        .map(clusters::get)
                                        .orElse(null)))
                        .toList(),
                maps.stream()
                        .sorted(Comparator.comparing(BlackSpotMap::computedAt).reversed())
                        .map(BlackSpotMap::method)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseGet(() -> MethodFigures.of(config)),
                maps.stream().allMatch(map -> map.of(window).verdict() == ForecastVerdict.TOO_FEW),
                maps.stream().map(map -> TerritoryMapView.of(map, window)).toList());
    }
}
