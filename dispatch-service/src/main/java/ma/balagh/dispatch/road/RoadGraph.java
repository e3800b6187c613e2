package ma.balagh.dispatch.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.shapes.BBox;
import java.util.BitSet;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The roads of an extract, in memory. It does not change, and many threads may read it. */
final class RoadGraph implements AutoCloseable {

    private final GraphHopper hopper;

    RoadGraph(GraphHopper hopper) {
        this.hopper = hopper;
    }

    RoadWeighting weighting(RoadMode mode, BitSet closed) {
        return RoadWeighting.of(hopper.getEncodingManager(), mode, closed);
    }

    /** The highest speed that the mode has on any road. */
    double mostMetresPerSecond(RoadMode mode) {
        return 1 / weighting(mode, new BitSet()).calcMinWeightPerDistance();
    }

    /** The nearest road that the mode may use and that leads somewhere. */
    Optional<Snap> snap(GeoPoint place, RoadMode mode, RoadWeighting weighting, double within) {
        var cutOff = hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(mode.vehicle()));
        var snap = hopper.getLocationIndex()
                .findClosest(place.latitude(), place.longitude(), new DefaultSnapFilter(weighting, cutOff));
        return Optional.of(snap).filter(found -> found.isValid() && found.getQueryDistance() <= within);
    }

    /** The roads, with a junction where the snap is. */
    QueryGraph with(Snap snap) {
        return QueryGraph.create(hopper.getBaseGraph(), snap);
    }

    /** Ids of the edges that the geometry touches. */
    BitSet edgesAt(Geometry geometry) {
        var edges = new BitSet();
        var graph = hopper.getBaseGraph();
        var prepared = PreparedGeometryFactory.prepare(geometry);
        hopper.getLocationIndex().query(BBox.fromEnvelope(geometry.getEnvelopeInternal()), id -> {
            var line = graph.getEdgeIteratorState(id, Integer.MIN_VALUE)
                    .fetchWayGeometry(FetchMode.ALL)
                    .toLineString(false);
            if (prepared.intersects(line)) {
                edges.set(id);
            }
        });
        return edges;
    }

    boolean covers(GeoPoint place) {
        return bounds().contains(place.latitude(), place.longitude());
    }

    BBox bounds() {
        return hopper.getBaseGraph().getBounds();
    }

    int junctions() {
        return hopper.getBaseGraph().getNodes();
    }

    int edges() {
        return hopper.getBaseGraph().getEdges();
    }

    @Override
    public void close() {
        hopper.close();
    }
}
