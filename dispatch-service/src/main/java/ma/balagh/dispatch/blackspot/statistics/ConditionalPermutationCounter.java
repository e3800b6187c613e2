package ma.balagh.dispatch.blackspot.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Counts how often a cell's neighbours would hold as much if all values but its own were dealt out anew. All cells share
 * each random order: a cell's neighbours get the first values of that order, leaving out the cell's own. Every choice of
 * values is as likely as any other, so this is a fair draw for each cell. It is also fast: the sum of the first values is
 * made once, and changes only for cells that are among them.
 */
final class ConditionalPermutationCounter {

    private final int[][] neighbours;
    private final double[] values;
    private final double[] least;
    private final double[] most;
    private final int[] atLeast;
    private final int[] atMost;

    /** @param around what the neighbours of each cell hold */
    ConditionalPermutationCounter(int[][] neighbours, double[] values, double[] around) {
        this.neighbours = neighbours;
        this.values = values;
        this.least = new double[values.length];
        this.most = new double[values.length];
        this.atLeast = new int[values.length];
        this.atMost = new int[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            double tolerance = PermutationCounter.tolerance(around[cell]);
            least[cell] = around[cell] - tolerance;
            most[cell] = around[cell] + tolerance;
        }
    }

    /** Of each cell, in how many permutations the sum was at least, and at most, what was observed. */
    record Tails(int[] atLeast, int[] atMost) {}

    Tails count(int permutations, long seed) {
        int widest =
                Arrays.stream(neighbours).mapToInt(next -> next.length).max().orElse(0);
        int drawn = Math.min(widest + 1, values.length);
        var sums = new double[widest + 1][permutations];
        var random = new SplittableRandom(seed);
        int[] order = new int[values.length];
        Arrays.setAll(order, cell -> cell);
        for (int p = 0; p < permutations; p++) {
            draw(order, drawn, random);
            for (int k = 1; k <= widest; k++) {
                sums[k][p] = sums[k - 1][p] + values[order[k - 1]];
            }
            for (int k = 0; k < drawn; k++) {
                int cell = order[k];
                int width = neighbours[cell].length;
                if (k < width) {
                    // It stands among those whose values its neighbours would get: the next one takes its place.
                    replace(cell, sums[width][p], sumWithout(cell, order, width + 1));
                }
            }
        }
        for (double[] ofWidth : sums) {
            Arrays.sort(ofWidth);
        }
        for (int cell = 0; cell < values.length; cell++) {
            double[] ofWidth = sums[neighbours[cell].length];
            atLeast[cell] += permutations - below(ofWidth, least[cell]);
            atMost[cell] += below(ofWidth, Math.nextUp(most[cell]));
        }
        return new Tails(atLeast, atMost);
    }

    private static void draw(int[] order, int count, SplittableRandom random) {
        for (int k = 0; k < count; k++) {
            int with = k + random.nextInt(order.length - k);
            int kept = order[k];
            order[k] = order[with];
            order[with] = kept;
        }
    }

    private double sumWithout(int cell, int[] order, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += order[k] == cell ? 0 : values[order[k]];
        }
        return sum;
    }

    private void replace(int cell, double wrong, double right) {
        atLeast[cell] += (right >= least[cell] ? 1 : 0) - (wrong >= least[cell] ? 1 : 0);
        atMost[cell] += (right <= most[cell] ? 1 : 0) - (wrong <= most[cell] ? 1 : 0);
    }

    /** How many are below that. */
    private static int below(double[] sorted, double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
