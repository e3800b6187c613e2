package ma.balagh.analysis.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the other medium's picture moves through this one, as a moving inset: its place at some seconds, with steady
 * motion in between.
 */
@SuppressWarnings("ArrayRecordComponent") // A flat array for searching; never compared as records.
public record InsetDrift(double[] seconds, List<AffineAlignment> moves) {

    public static final InsetDrift NONE = new InsetDrift(new double[0], List.of());

    /** Of the picture's side; less is a camera that shakes, or chance. */
    private static final double LEAST = 0.04;
    /** Of the picture's side; a motion that is off by less than this from a straight line is taken as straight. */
    private static final double STEADY = 0.025;

    private static final int FEWEST = 3;

    public InsetDrift {
        moves = List.copyOf(moves);
    }

    /** Which place of the other's picture each place of this one shows at a second. */
    public record Moment(double second, AffineAlignment alignment) {}

    /**
     * What some moments tell.
     *
     * @param still the alignment that all others are compared with
     */
    public static InsetDrift of(List<Moment> moments, AffineAlignment still) {
        AffineAlignment back = still.inverse();
        double x = back.atX(0.5, 0.5);
        double y = back.atY(0.5, 0.5);
        double[] seconds = moments.stream().mapToDouble(Moment::second).toArray();
        List<AffineAlignment> moves = moments.stream()
                .map(moment -> still.then(moment.alignment().inverse()))
                .toList();
        if (seconds.length < FEWEST || distance(moves, x, y) < LEAST) {
            return NONE;
        }
        List<AffineAlignment> steady = steady(seconds, moves);
        return IntStream.range(0, seconds.length).allMatch(k -> distance(moves.get(k), steady.get(k), x, y) < STEADY)
                ? new InsetDrift(seconds, steady)
                : new InsetDrift(seconds, moves);
    }

    /** From one of two places that lie furthest apart, along the axis where they do so more, to the other. */
    private static double distance(List<AffineAlignment> moves, double x, double y) {
        var across = moves.stream().mapToDouble(move -> move.atX(x, y)).summaryStatistics();
        var down = moves.stream().mapToDouble(move -> move.atY(x, y)).summaryStatistics();
        return Math.max(across.getMax() - across.getMin(), down.getMax() - down.getMin());
    }

    private static double distance(AffineAlignment one, AffineAlignment two, double x, double y) {
        return Math.hypot(one.atX(x, y) - two.atX(x, y), one.atY(x, y) - two.atY(x, y));
    }

    /** The straight lines through all, by least squares. */
    private static List<AffineAlignment> steady(double[] seconds, List<AffineAlignment> moves) {
        double[][] numbers = moves.stream().map(AffineAlignment::numbers).toArray(double[][]::new);
        double mean = Arrays.stream(seconds).average().orElseThrow();
        double spread = Arrays.stream(seconds).map(s -> (s - mean) * (s - mean)).sum();
        var fitted = new double[seconds.length][numbers[0].length];
        for (int n = 0; n < numbers[0].length; n++) {
            double level = 0;
            double slope = 0;
            for (int k = 0; k < seconds.length; k++) {
                level += numbers[k][n] / seconds.length;
                slope += spread == 0 ? 0 : numbers[k][n] * (seconds[k] - mean) / spread;
            }
            for (int k = 0; k < seconds.length; k++) {
                fitted[k][n] = level + slope * (seconds[k] - mean);
            }
        }
        return Arrays.stream(fitted).map(AffineAlignment::of).toList();
    }

    boolean isNone() {
        return moves.isEmpty();
    }

    AffineAlignment at(double second) {
        int place = Arrays.binarySearch(seconds, second);
        int after = Math.clamp(place < 0 ? -place - 1 : place, 1, seconds.length - 1);
        double share = (second - seconds[after - 1]) / (seconds[after] - seconds[after - 1]);
        double[] one = moves.get(after - 1).numbers();
        double[] two = moves.get(after).numbers();
        return AffineAlignment.of(IntStream.range(0, one.length)
                .mapToDouble(n -> one[n] + share * (two[n] - one[n]))
                .toArray());
    }

    /** Of the medium played backwards. */
    public InsetDrift reversed(double end) {
        List<Double> times = new ArrayList<>();
        for (double second : seconds) {
            times.addFirst(end - second);
        }
        return new InsetDrift(times.stream().mapToDouble(Double::doubleValue).toArray(), moves.reversed());
    }
}
