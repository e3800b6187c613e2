package ma.balagh.dispatch.blackspot.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * The test of space-time interaction by E. G. Knox (The Detection of Space-Time Interactions, Applied Statistics 13,
 * 1964), with the significance by permutation of times.
 */
public final class KnoxCalculator {

    private KnoxCalculator() {}

    /**
     * @param times of the points, in any unit
     * @param distance the largest that is near, in the unit of the points
     * @param interval the longest that is near, in the unit of the times
     */
    public static KnoxResult calculate(
            List<SpacePoint> points, double[] times, double distance, double interval, int permutations, long seed) {
        var pairs = new IntPairs();
        ClosePairFinder.find(points, distance, pairs::add);
        double[] dealt = times.clone();
        long observed = pairs.nearInTime(dealt, interval);
        var counter = new PermutationCounter(observed);
        var random = new SplittableRandom(seed);
        for (int p = 0; p < permutations; p++) {
            shuffle(dealt, random);
            counter.count(pairs.nearInTime(dealt, interval));
        }
        long nearInTime = pairsWithin(times, interval);
        long all = (long) times.length * (times.length - 1) / 2;
        double expected = all == 0 ? 0 : (double) pairs.size() * nearInTime / all;
        return new KnoxResult(
                times.length,
                observed,
                pairs.size(),
                nearInTime,
                expected,
                expected == 0 ? 1 : 1 - new PoissonDistribution(expected).cumulativeProbability((int) observed),
                counter.pGreater(permutations),
                counter.pLesser(permutations));
    }

    private static long pairsWithin(double[] times, double interval) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        long pairs = 0;
        int first = 0;
        for (int k = 0; k < sorted.length; k++) {
            while (sorted[k] - sorted[first] > interval) {
                first++;
            }
            pairs += k - first;
        }
        return pairs;
    }

    private static void shuffle(double[] values, SplittableRandom random) {
        for (int k = values.length - 1; k > 0; k--) {
            int with = random.nextInt(k + 1);
            double kept = values[k];
            values[k] = values[with];
            values[with] = kept;
        }
    }

    /** Pairs of positions, without an object for each. */
    private static final class IntPairs {

        private int[] ones = new int[1024];
        private int[] others = new int[1024];
        private int size;

        boolean add(int one, int other) {
            if (size == ones.length) {
                ones = Arrays.copyOf(ones, 2 * size);
                others = Arrays.copyOf(others, 2 * size);
            }
            ones[size] = one;
            others[size++] = other;
            return true;
        }

        int size() {
            return size;
        }

        long nearInTime(double[] times, double interval) {
            long near = 0;
            for (int k = 0; k < size; k++) {
                if (Math.abs(times[ones[k]] - times[others[k]]) <= interval) {
                    near++;
                }
            }
            return near;
        }
    }
}
