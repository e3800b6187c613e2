package ma.balagh.analysis.motion;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds when the other medium shows what some seconds of this one show. Where a camera is fixed, the background agrees
 * with all seconds, and motion alone decides.
 */
final class TimingMatcher {

    /** So many moments of this medium are looked for: twelve seconds. */
    private static final int SAMPLE = 48;
    /** With fewer, anything is found. */
    private static final int FEWEST = 6;
    /** Seconds between two timings that are tried. */
    private static final double STEP = 0.125;
    /** So much of the moments has to lie in the other medium. */
    private static final double MOST = 0.8;

    private static final double MILLIS = 1000;

    private final FilmThumbnails other;
    private final double[] seconds;
    /** Of each moment of this medium with each picture of the other. */
    private final double[][] products;

    private final double[] squares;
    private final double[] otherSquares;

    /** @param pictures of this medium that are looked for */
    TimingMatcher(FilmPairReader films, FilmThumbnails mine, FilmThumbnails other, int[] pictures) {
        this.other = other;
        int size = Math.min(SAMPLE, pictures.length);
        int first = (pictures.length - size) / 2;
        int[] sample =
                IntStream.range(first, first + size).map(k -> pictures[k]).toArray();
        this.seconds =
                IntStream.of(sample).mapToDouble(k -> mine.millis()[k] / MILLIS).toArray();
        ForegroundExtractor ours = ForegroundExtractor.of(
                IntStream.of(sample).mapToObj(films::mine).toArray(float[][]::new));
        ForegroundExtractor theirs = ForegroundExtractor.of(
                IntStream.range(0, other.size()).mapToObj(films::other).toArray(float[][]::new));
        int[] cells = ours.commonCells(theirs);
        this.squares = squares(ours, cells);
        this.otherSquares = squares(theirs, cells);
        this.products = new double[size][other.size()];
        for (int k = 0; k < size; k++) {
            for (int o = 0; o < other.size(); o++) {
                products[k][o] = product(ours.picture(k), theirs.picture(o), cells);
            }
        }
    }

    private static double[] squares(ForegroundExtractor foreground, int[] cells) {
        return IntStream.range(0, foreground.size())
                .mapToDouble(k -> product(foreground.picture(k), foreground.picture(k), cells))
                .toArray();
    }

    private static double product(float[] one, float[] two, int[] cells) {
        float sum = 0;
        for (int k : cells) {
            sum += one[k] * two[k];
        }
        return one.length == 0 ? 0 : sum / one.length;
    }

    /** The timing with which most of what moves agrees; null where there is too little of either. */
    FilmPairReader.@Nullable Timing best(double speed) {
        if (seconds.length < FEWEST || other.size() < FEWEST) {
            return null;
        }
        double end = other.millis()[other.size() - 1] / MILLIS;
        double slack = (1 - MOST) * speed * (seconds[seconds.length - 1] - seconds[0]);
        FilmPairReader.Timing best = null;
        double most = 0;
        double last = end + slack - speed * seconds[seconds.length - 1];
        for (double shift = -slack - speed * seconds[0]; shift <= last; shift += STEP) {
            var timing = new FilmPairReader.Timing(speed, shift);
            double correlation = correlation(timing, end);
            if (correlation > most) {
                most = correlation;
                best = timing;
            }
        }
        return best;
    }

    private double correlation(FilmPairReader.Timing timing, double end) {
        double both = 0;
        double own = 0;
        double others = 0;
        for (int k = 0; k < seconds.length; k++) {
            double at = timing.at(seconds[k]);
            if (at >= 0 && at <= end) {
                int picture = other.nearest(at);
                both += products[k][picture];
                own += squares[k] + MotionSegmentDetector.QUIET;
                others += otherSquares[picture] + MotionSegmentDetector.QUIET;
            }
        }
        return own == 0 ? 0 : Math.abs(both) / Math.sqrt(own * others);
    }
}
