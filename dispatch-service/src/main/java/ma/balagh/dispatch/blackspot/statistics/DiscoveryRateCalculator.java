package ma.balagh.dispatch.blackspot.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The false discovery rate over many tests (Y. Benjamini and Y. Hochberg, Controlling the False Discovery Rate, Journal of
 * the Royal Statistical Society B 57, 1995).
 */
public final class DiscoveryRateCalculator {

    private DiscoveryRateCalculator() {}

    /** The smallest rate at which each test is a discovery; those of R's {@code p.adjust(p, "BH")}. */
    public static double[] adjust(double[] pValues) {
        int[] descending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        var adjusted = new double[pValues.length];
        double least = 1;
        for (int k = 0; k < descending.length; k++) {
            int rank = descending.length - k;
            least = Math.min(least, pValues[descending[k]] * pValues.length / rank);
            adjusted[descending[k]] = least;
        }
        return adjusted;
    }
}
