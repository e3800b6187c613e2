package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.balagh.dispatch.blackspot.SpotHistoryRepository.CellBounds;
import ma.balagh.dispatch.blackspot.SpotHistoryRepository.PlacedIncident;
import ma.balagh.dispatch.road.GeoPoint;

/** What happened in cells, for those who go there. */
@ApplicationScoped
public class SpotHistoryService {

    private final SpotHistoryRepository repository;
    private final CellIndex cells;

    SpotHistoryService(SpotHistoryRepository repository, CellIndex cells) {
        this.repository = repository;
        this.cells = cells;
    }

    /**
     * The verified incidents in each of these cells, of those that the caller sees; the newest first. A cell without any is
     * left out.
     *
     * @param names of cells, of whatever size
     */
    @Transactional
    public Map<String, List<SpotIncident>> incidents(List<String> names, Instant since) {
        var bounds = names.stream()
                .filter(name -> cells.named(name) >= 0)
                .map(this::bounds)
                .toList();
        if (bounds.isEmpty()) {
            return Map.of();
        }
        return repository.incidents(bounds, since).stream()
                .filter(this::isInside)
                .sorted(Comparator.comparing(
                                (PlacedIncident placed) -> placed.incident().at())
                        .reversed())
                .collect(Collectors.groupingBy(
                        PlacedIncident::cell, Collectors.mapping(PlacedIncident::incident, Collectors.toList())));
    }

    /** Since when incidents are known at all. */
    @Transactional
    public Optional<Instant> knownSince() {
        return repository.knownSince();
    }

    private boolean isInside(PlacedIncident placed) {
        long cell = cells.named(placed.cell());
        return cells.cell(placed.latitude(), placed.longitude(), cells.resolution(cell)) == cell;
    }

    private CellBounds bounds(String name) {
        var corners = cells.outline(cells.named(name));
        var latitudes = corners.stream().mapToDouble(GeoPoint::latitude).summaryStatistics();
        var longitudes = corners.stream().mapToDouble(GeoPoint::longitude).summaryStatistics();
        return new CellBounds(name, latitudes.getMin(), latitudes.getMax(), longitudes.getMin(), longitudes.getMax());
    }
}
