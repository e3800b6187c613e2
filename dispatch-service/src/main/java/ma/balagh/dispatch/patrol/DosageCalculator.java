package ma.balagh.dispatch.patrol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many visits each place gets: in proportion to its weight, by largest remainders (Hamilton), and none more than fit
 * into its hours.
 */
final class DosageCalculator {

    private DosageCalculator() {}

    /**
     * @param total visits for all places together
     * @param weights of each, positive
     * @param most visits of each that fit into its hours
     */
    static int[] share(int total, double[] weights, int[] most) {
        var shares = new int[weights.length];
        int left = Math.min(total, Arrays.stream(most).sum());
        while (left > 0) {
            var open = IntStream.range(0, weights.length)
                    .filter(place -> shares[place] < most[place])
                    .boxed()
                    .toList();
            left -= shareOnce(left, weights, most, shares, open);
        }
        return shares;
    }

    private static int shareOnce(int left, double[] weights, int[] most, int[] shares, List<Integer> open) {
        double sum = open.stream().mapToDouble(place -> weights[place]).sum();
        int given = 0;
        for (int place : open) {
            int whole = Math.min((int) (left * weights[place] / sum), most[place] - shares[place]);
            shares[place] += whole;
            given += whole;
        }
        if (given == left) {
            return given;
        }
        var byRemainder = open.stream()
                .filter(place -> shares[place] < most[place])
                .sorted(Comparator.<Integer>comparingDouble(place -> -remainder(left * weights[place] / sum))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left - given)
                .toList();
        byRemainder.forEach(place -> shares[place]++);
        return given + byRemainder.size();
    }

    private static double remainder(double exact) {
        return exact - Math.floor(exact);
    }
}
