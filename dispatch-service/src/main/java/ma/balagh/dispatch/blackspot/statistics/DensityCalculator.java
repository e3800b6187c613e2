package ma.balagh.dispatch.blackspot.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Kernel density with the quartic kernel (B. W. Silverman, Density Estimation for Statistics and Data Analysis, 1986,
 * eq. 4.5), for the eye: it says nothing of significance.
 */
public final class DensityCalculator {

    private static final double SQUARE_METRES = 1e6;

    private DensityCalculator() {}

    /**
     * @param bandwidth in metres
     * @return points for each square kilometre, around each place
     */
    public static double[] calculate(List<SpacePoint> places, List<SpacePoint> points, double bandwidth) {
        var sorted = points.stream()
                .sorted(Comparator.comparingDouble(SpacePoint::x))
                .toList();
        double[] eastings = sorted.stream().mapToDouble(SpacePoint::x).toArray();
        double reach = bandwidth * bandwidth;
        double peak = 3 / (Math.PI * reach) * SQUARE_METRES;
        return places.stream()
                .mapToDouble(place -> {
                    double sum = 0;
                    for (int k = firstFrom(eastings, place.x() - bandwidth);
                            k < eastings.length && eastings[k] <= place.x() + bandwidth;
                            k++) {
                        double share = 1 - place.squaredDistanceTo(sorted.get(k)) / reach;
                        sum += share > 0 ? share * share : 0;
                    }
                    return peak * sum;
                })
                .toArray();
    }

    private static int firstFrom(double[] sorted, double least) {
        int at = Arrays.binarySearch(sorted, least);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == least) {
            at--;
        }
        return at;
    }
}
