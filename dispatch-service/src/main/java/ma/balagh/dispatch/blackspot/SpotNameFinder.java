package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.dispatch.TranslatedText;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What black spots are called: as people said where it happened, or where nobody said it after the nearest place of the
 * gazetteer; and their clusters, after the place nearest to their middle.
 */
@ApplicationScoped
class SpotNameFinder {

    private final CellIndex cells;
    private final TerritoryNameReader territories = TerritoryNameReader.load();

    SpotNameFinder(CellIndex cells) {
        this.cells = cells;
    }

    /** A cluster of the map of one territory. */
    record SpotCluster(UUID mapId, int number) {

        static Optional<SpotCluster> of(KeptBlackSpot spot) {
            return Optional.ofNullable(spot.cluster()).map(number -> new SpotCluster(spot.mapId(), number));
        }
    }

    /** Where nobody said it in Arabic, the first language of the suite; null where no place is near either. */
    @Nullable
    String name(KeptBlackSpot spot) {
        if (spot.place() != null) {
            return spot.place();
        }
        var centre = centre(spot);
        var near = territories.near(centre.latitude(), centre.longitude());
        return near == null ? null : near.ar();
    }

    /** Absent where no place is near. */
    Map<SpotCluster, TranslatedText> clusters(Collection<KeptBlackSpot> spots) {
        var byCluster = new HashMap<SpotCluster, List<KeptBlackSpot>>();
        spots.forEach(spot -> SpotCluster.of(spot)
                .ifPresent(cluster -> byCluster
                        .computeIfAbsent(cluster, none -> new ArrayList<>())
                        .add(spot)));
        var names = new HashMap<SpotCluster, TranslatedText>();
        byCluster.forEach((cluster, members) -> {
            var near = territories.near(middle(members, GeoPoint::latitude), middle(members, GeoPoint::longitude));
            if (near != null) {
                names.put(cluster, near);
            }
        });
        return names;
    }

    /** By incidents. */
    private double middle(List<KeptBlackSpot> spots, ToDoubleFunction<GeoPoint> degrees) {
        double incidents = spots.stream().mapToInt(KeptBlackSpot::incidents).sum();
        return spots.stream()
                .mapToDouble(spot -> degrees.applyAsDouble(centre(spot)) * spot.incidents() / incidents)
                .sum();
    }

    private GeoPoint centre(KeptBlackSpot spot) {
        return cells.centre(cells.named(spot.cell()));
    }
}
