package ma.balagh.dispatch.road;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which roads of a graph are closed now. The areas are looked up in the graph when they change, not with each search. */
@ApplicationScoped
class ClosedRoadIndex {

    private volatile List<ClosedArea> areas = List.of();
    private volatile @Nullable Closed known;

    private record Closed(RoadGraph graph, List<ClosedArea> areas, BitSet edges) {}

    void replace(List<ClosedArea> present) {
        areas = List.copyOf(present);
    }

    BitSet edges(RoadGraph graph, Instant now) {
        var closedNow = areas.stream().filter(area -> area.isClosedAt(now)).toList();
        var before = known;
        if (before != null && before.graph == graph && before.areas.equals(closedNow)) {
            return before.edges;
        }
        var edges = new BitSet();
        closedNow.forEach(area -> edges.or(graph.edgesAt(area.geometry())));
        known = new Closed(graph, closedNow, edges);
        return edges;
    }
}
