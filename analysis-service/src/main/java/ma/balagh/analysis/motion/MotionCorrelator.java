package ma.balagh.analysis.motion;

import java.util.stream.IntStream;

/**
 * How well the motion in two media agrees, moment by moment: sums over the cells, from which the correlation of any
 * seconds follows.
 */
final class MotionCorrelator {

    /** Moments that are looked at together: a second and a half. */
    static final int WINDOW = 6;

    private static final double NONE = 1e-9;
    /** Mean square of a cell in which something moves. */
    private static final float MOVING = 1;

    private final double[] seconds;
    /** Sums from the start: of products, of squares of this, of squares of the other, for each cell. */
    private final double[][] sums;

    private final double spread;

    private MotionCorrelator(double[] seconds, double[][] sums, double spread) {
        this.seconds = seconds;
        this.sums = sums;
        this.spread = spread;
    }

    static MotionCorrelator of(double[] seconds, ForegroundExtractor mine, ForegroundExtractor other) {
        int[] cells = mine.commonCells(other);
        var sums = new double[seconds.length + 1][3];
        var ownMoved = new float[cells.length];
        var othersMoved = new float[cells.length];
        for (int k = 0; k < seconds.length; k++) {
            float[] ours = mine.picture(k);
            float[] theirs = other.picture(k);
            double both = 0;
            double own = 0;
            double others = 0;
            for (int place = 0; place < cells.length; place++) {
                int cell = cells[place];
                ownMoved[place] += ours[cell] * ours[cell];
                othersMoved[place] += theirs[cell] * theirs[cell];
                both += ours[cell] * theirs[cell];
                own += ours[cell] * ours[cell];
                others += theirs[cell] * theirs[cell];
            }
            sums[k + 1][0] = sums[k][0] + both / ours.length;
            sums[k + 1][1] = sums[k][1] + own / ours.length;
            sums[k + 1][2] = sums[k][2] + others / ours.length;
        }
        long moving = IntStream.range(0, cells.length)
                .filter(place -> Math.min(ownMoved[place], othersMoved[place]) >= MOVING * seconds.length)
                .count();
        return new MotionCorrelator(seconds, sums, moving / (double) Math.max(1, cells.length));
    }

    int size() {
        return seconds.length;
    }

    double second(int moment) {
        return seconds[moment];
    }

    /** −1 to 1, of the moments from one up to but not including another. */
    double correlation(int from, int to) {
        return sum(0, from, to) / Math.sqrt(sum(1, from, to) * sum(2, from, to) + NONE);
    }

    double correlation() {
        return correlation(0, size());
    }

    /** In which share of the cells something moves in both. */
    double spread() {
        return spread;
    }

    /** How much moves in that medium in which less does, for each cell and moment. */
    double lesser(int from, int to) {
        return Math.min(sum(1, from, to), sum(2, from, to)) / (to - from);
    }

    double greater(int from, int to) {
        return Math.max(sum(1, from, to), sum(2, from, to)) / (to - from);
    }

    /** How much moves in both. */
    double weight(int from, int to) {
        return Math.sqrt(sum(1, from, to) * sum(2, from, to)) / (to - from);
    }

    private double sum(int which, int from, int to) {
        return sums[to][which] - sums[from][which];
    }

    /** What an alignment in time is to make large: how much of what moves lies in windows that agree. */
    double agreement() {
        int window = Math.min(WINDOW, size());
        double agreeing = NONE * NONE;
        double all = NONE;
        for (int k = 0; k + window <= size(); k++) {
            double weight = weight(k, k + window);
            double square = correlation(k, k + window) * correlation(k, k + window);
            agreeing += weight * square * square;
            all += weight;
        }
        return agreeing / all;
    }
}
