package ma.balagh.dispatch.road;

import com.carrotsearch.hppc.IntHashSet;
import com.graphhopper.isochrone.algorithm.ShortestPathTree.IsoLabel;
import com.graphhopper.storage.index.Snap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Travel times on roads: one search for each mode that the units have, whatever their number. A unit that stands beside
 * no road, or that no way was found for, is timed along the straight line.
 */
final class RoadTimeCalculator {

    private final RoadConfig config;
    private final StraightLineCalculator straightLine;

    RoadTimeCalculator(RoadConfig config, StraightLineCalculator straightLine) {
        this.config = config;
        this.straightLine = straightLine;
    }

    /** @param closed ids of edges that nobody may use */
    List<TravelTime> to(GeoPoint destination, List<TravelStart> starts, RoadGraph graph, BitSet closed) {
        Map<RoadMode, List<TravelStart>> byMode = new EnumMap<>(RoadMode.class);
        for (var start : starts) {
            byMode.computeIfAbsent(config.modeOf(start.kind()), mode -> new ArrayList<>())
                    .add(start);
        }
        Map<TravelStart, TravelTime> byRoad = new HashMap<>();
        byMode.forEach((mode, ofMode) -> byRoad.putAll(byRoad(destination, ofMode, mode, graph, closed)));
        return starts.stream()
                .map(start -> Optional.ofNullable(byRoad.get(start))
                        .orElseGet(() -> straightLine.between(start, destination)))
                .toList();
    }

    /** If the quickest road led straight to the place; unit and place are both beside a road. */
    double farthestWithin(double seconds, RoadGraph graph) {
        double speed = config.kinds()
                .mapToDouble(kind -> speed(kind, config.modeOf(kind), graph))
                .max()
                .orElseThrow();
        return seconds * speed + 2 * config.snapDistance();
    }

    private double speed(String kind, RoadMode mode, RoadGraph graph) {
        return graph.mostMetresPerSecond(mode) * config.shareOf(kind, mode);
    }

    private Map<TravelStart, TravelTime> byRoad(
            GeoPoint destination, List<TravelStart> starts, RoadMode mode, RoadGraph graph, BitSet closed) {
        var weighting = graph.weighting(mode, closed);
        Snap end =
                graph.snap(destination, mode, weighting, config.snapDistance()).orElse(null);
        if (end == null) {
            return Map.of();
        }
        Map<TravelStart, RoadPosition> positions = new HashMap<>();
        var junctions = new IntHashSet();
        for (var start : starts) {
            graph.snap(start.place(), mode, weighting, config.snapDistance()).ifPresent(snap -> {
                var position = RoadPosition.of(snap, weighting);
                positions.put(start, position);
                junctions.addAll(position.base(), position.adjacent());
            });
        }
        var target = RoadPosition.of(end, weighting);
        var roads = graph.with(end);
        var tree = RoadTree.towards(
                end.getClosestNode(), roads, roads.wrapWeighting(weighting), junctions, config.mostJunctions());
        Map<TravelStart, TravelTime> times = new HashMap<>();
        positions.forEach((start, position) -> quickest(position, target, tree)
                .ifPresent(way -> times.put(start, way.at(config.shareOf(start.kind(), mode)))));
        return times;
    }

    private static Optional<Way> quickest(RoadPosition start, RoadPosition target, RoadTree tree) {
        var best = Way.NONE;
        if (start.edge() == target.edge()) {
            best = new Way(start.secondsTo(target), Math.abs(target.metresFromBase() - start.metresFromBase()));
        }
        best = best.or(Way.through(start.secondsToBase(), start.metresFromBase(), tree.from(start.base())));
        best = best.or(Way.through(start.secondsToAdjacent(), start.metresToAdjacent(), tree.from(start.adjacent())));
        return Optional.of(best).filter(way -> Double.isFinite(way.seconds));
    }

    /** One way from a unit to the place. */
    private record Way(double seconds, double metres) {

        private static final Way NONE = new Way(Double.POSITIVE_INFINITY, 0);

        static Way through(double seconds, double metres, @Nullable IsoLabel junction) {
            return junction == null ? NONE : new Way(seconds + junction.weight, metres + junction.distance);
        }

        Way or(Way other) {
            return other.seconds < seconds ? other : this;
        }

        TravelTime at(double share) {
            return new TravelTime(seconds / share, metres, TravelBasis.ROAD);
        }
    }
}
