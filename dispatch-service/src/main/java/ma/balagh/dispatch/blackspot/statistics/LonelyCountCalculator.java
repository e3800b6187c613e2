package ma.balagh.dispatch.blackspot.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Whether a cell alone holds more than chance explains. Conditional permutations leave a cell its own value, so that Gi*
 * does not find one that is busy between quiet neighbours.
 */
public final class LonelyCountCalculator {

    private LonelyCountCalculator() {}

    /** @return of each cell the chance of as many events or more, were all events scattered evenly over the area */
    public static double[] calculate(double[] counts) {
        double mean = Arrays.stream(counts).average().orElse(0);
        if (mean == 0) {
            return Arrays.stream(counts).map(count -> 1).toArray();
        }
        var chance = new PoissonDistribution(mean);
        Map<Double, Double> known = new HashMap<>();
        return Arrays.stream(counts)
                .map(count ->
                        known.computeIfAbsent(count, many -> 1 - chance.cumulativeProbability(many.intValue() - 1)))
                .toArray();
    }
}
