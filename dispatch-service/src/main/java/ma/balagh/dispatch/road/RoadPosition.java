package ma.balagh.dispatch.road;

import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;

/**
 * Where a unit is on a road between two junctions.
 *
 * @param base the junction that the road begins at
 * @param adjacent the one that it ends at
 * @param metresFromBase along the road
 * @param metres length of the road
 * @param forwardPace seconds for each metre towards the adjacent junction; infinite where that is not allowed
 * @param backwardPace the same towards the base
 */
record RoadPosition(
        int edge,
        int base,
        int adjacent,
        double metresFromBase,
        double metres,
        double forwardPace,
        double backwardPace) {

    static RoadPosition of(Snap snap, RoadWeighting weighting) {
        var edge = snap.getClosestEdge();
        return new RoadPosition(
                edge.getEdge(),
                edge.getBaseNode(),
                edge.getAdjNode(),
                metresFromBase(snap, edge),
                edge.getDistance(),
                weighting.pace(edge, false),
                weighting.pace(edge, true));
    }

    private static double metresFromBase(Snap snap, EdgeIteratorState edge) {
        var points = edge.fetchWayGeometry(FetchMode.ALL);
        double before = 0;
        for (int i = 1; i <= snap.getWayIndex(); i++) {
            before += between(points, i - 1, points.getLat(i), points.getLon(i));
        }
        var there = snap.getSnappedPoint();
        before += between(points, snap.getWayIndex(), there.getLat(), there.getLon());
        return Math.min(before, edge.getDistance());
    }

    private static double between(PointList points, int index, double latitude, double longitude) {
        return DistanceCalcEarth.DIST_EARTH.calcDist(points.getLat(index), points.getLon(index), latitude, longitude);
    }

    double secondsToBase() {
        return seconds(metresFromBase, backwardPace);
    }

    double metresToAdjacent() {
        return metres - metresFromBase;
    }

    double secondsToAdjacent() {
        return seconds(metresToAdjacent(), forwardPace);
    }

    /** Along this road alone to another position on it. */
    double secondsTo(RoadPosition other) {
        return other.metresFromBase >= metresFromBase
                ? seconds(other.metresFromBase - metresFromBase, forwardPace)
                : seconds(metresFromBase - other.metresFromBase, backwardPace);
    }

    /** No metre takes no time, also on a road that cannot be used. */
    private static double seconds(double metres, double pace) {
        return metres == 0 ? 0 : metres * pace;
    }
}
