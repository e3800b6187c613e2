package ma.balagh.dispatch.blackspot.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Gi* with binary weights, each cell its own neighbour (J. K. Ord and A. Getis, Local Spatial Autocorrelation Statistics,
 * Geographical Analysis 27, 1995, eq. 14), and its significance by conditional permutations (L. Anselin, Local Indicators
 * of Spatial Association, Geographical Analysis 27, 1995): the cell keeps its value, the others are dealt out anew.
 */
public final class GetisOrdCalculator {

    private GetisOrdCalculator() {}

    /**
     * @param values of each cell of the area
     * @param permutations 0 for the scores alone, with p-values of 1
     */
    public static List<LocalStatistic> calculate(StudyArea area, double[] values, int permutations, long seed) {
        int n = area.size();
        if (values.length != n) {
            throw new IllegalArgumentException("%d values of %d cells".formatted(values.length, n));
        }
        int[][] neighbours = area.neighbours().stream()
                .map(next -> next.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        double[] around = new double[n];
        for (int i = 0; i < n; i++) {
            for (int next : neighbours[i]) {
                around[i] += values[next];
            }
        }
        double[] scores = scores(neighbours, values, around);
        var tails = new ConditionalPermutationCounter(neighbours, values, around).count(permutations, seed);
        var statistics = new ArrayList<LocalStatistic>(n);
        for (int i = 0; i < n; i++) {
            statistics.add(new LocalStatistic(
                    scores[i],
                    PermutationCounter.pValue(tails.atLeast()[i], permutations),
                    PermutationCounter.pValue(tails.atMost()[i], permutations)));
        }
        return statistics;
    }

    /** 0 where nothing differs: the field is constant, or all cells are neighbours. */
    private static double[] scores(int[][] neighbours, double[] values, double[] around) {
        int n = values.length;
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / n);
        var scores = new double[n];
        for (int i = 0; i < n; i++) {
            double weight = neighbours[i].length + 1.0;
            double scale = deviation * Math.sqrt(weight * (n - weight) / (n - 1.0));
            double difference = values[i] + around[i] - weight * mean;
            scores[i] = scale <= 1e-12 * Math.abs(mean) || Double.isNaN(scale) ? 0 : difference / scale;
        }
        return scores;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
