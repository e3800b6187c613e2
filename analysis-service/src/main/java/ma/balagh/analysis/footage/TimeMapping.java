package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import ma.balagh.analysis.footage.FootageMatch.Span;

/**
 * Which moment of the other medium belongs to which of this one: {@code other = speed · mine + shift}, in milliseconds.
 * Medians fit it, so that single frames that agree by chance have no influence (P. Sen, 1968).
 */
record TimeMapping(double speed, double shift) {

    /** Pieces shorter than this, in milliseconds, are too coarsely sampled to tell a speed. */
    private static final int LONG_ENOUGH = 3000;

    private static final int APART = 1000;
    private static final double STEADY = 0.04;
    /** So many frames at most are compared with each other. */
    private static final int SAMPLE = 100;

    /** @param expected the speed where it cannot be told, or hardly differs */
    static TimeMapping through(List<Integer> hits, IntUnaryOperator mine, IntUnaryOperator other, double expected) {
        int stride = 1 + hits.size() / SAMPLE;
        int size = (hits.size() + stride - 1) / stride;
        var x = new double[size];
        var y = new double[size];
        for (int k = 0; k < size; k++) {
            x[k] = mine.applyAsInt(hits.get(k * stride));
            y[k] = other.applyAsInt(hits.get(k * stride));
        }
        double speed = speed(x, y, expected);
        var shifts = new double[size];
        for (int k = 0; k < size; k++) {
            shifts[k] = y[k] - speed * x[k];
        }
        return new TimeMapping(speed, median(shifts));
    }

    private static double speed(double[] x, double[] y, double expected) {
        if (x[x.length - 1] - x[0] < LONG_ENOUGH) {
            return expected;
        }
        double[] slopes = new double[x.length * x.length];
        int count = 0;
        for (int a = 0; a < x.length; a++) {
            for (int b = a + 1; b < x.length; b++) {
                if (x[b] - x[a] >= APART) {
                    slopes[count++] = (y[b] - y[a]) / (x[b] - x[a]);
                }
            }
        }
        double speed = median(Arrays.copyOf(slopes, count));
        return Math.abs(speed / expected - 1) < STEADY ? expected : speed;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    double at(double millis) {
        return speed * millis + shift;
    }

    /** The seconds that lie within both media; a still shows what stands around one sample of the other. */
    Span span(double start, double end, FrameTimeline other) {
        double before = end > start ? 0 : other.intervalMillis() / 2.0;
        double from = Math.clamp(at(start) - before, 0, other.durationMillis());
        double last = end > start ? at(end) : from + other.intervalMillis();
        double to = Math.clamp(last, from, other.durationMillis());
        return new Span(start / 1000, end / 1000, from / 1000, to / 1000);
    }
}
