package ma.balagh.dispatch.blackspot.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;

/**
 * Clusters of any form by density: DBSCAN (M. Ester et al., A Density-Based Algorithm for Discovering Clusters, KDD 1996),
 * as Apache Commons Math has it.
 */
public final class ClusterFinder {

    private ClusterFinder() {}

    /**
     * @param distance within which points are neighbours
     * @param neighbours how many others a point has around it that a cluster grows from
     * @return the points of each cluster, by their position; some are in none
     */
    public static List<List<Integer>> find(List<SpacePoint> points, double distance, int neighbours) {
        var numbered = new ArrayList<NumberedPoint>(points.size());
        for (int k = 0; k < points.size(); k++) {
            numbered.add(new NumberedPoint(k, points.get(k)));
        }
        return new DBSCANClusterer<NumberedPoint>(distance, neighbours)
                .cluster(numbered).stream()
                        .map(cluster -> cluster.getPoints().stream()
                                .map(NumberedPoint::number)
                                .sorted()
                                .toList())
                        .toList();
    }

    private record NumberedPoint(int number, SpacePoint point) implements Clusterable {

        @Override
        public double[] getPoint() {
            return point.getPoint();
        }
    }
}
