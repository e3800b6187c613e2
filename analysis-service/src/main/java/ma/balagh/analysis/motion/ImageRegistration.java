package ma.balagh.analysis.motion;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lays two media's pictures upon each other more exactly than features can: moves and stretches the grid in the other's
 * picture until the details of some pictures correlate best. Details are greys without their surroundings' brightness and
 * contrast.
 *
 * @param films as they lie best
 * @param correlation of their details, −1 to 1; negative where one is a negative
 */
record ImageRegistration(AlignedFilms films, double correlation) {

    private static final double[] STEPS = {0.06, 0.03, 0.015, 0.0075};
    private static final int ROUNDS = 2;
    /** Right, down, wider, higher; and of what is slanted, how much in both directions. */
    private static final int AXES = 6;

    private static final int STRAIGHT_AXES = 4;
    private static final int PICTURES = 6;
    private static final double GAIN = 1e-4;
    /** A picture of which the details correlate by less than this share of all is of something else. */
    private static final double ELSEWHERE = 0.55;
    /** From here on one is a negative of the other. */
    private static final double NEGATIVE = -0.15;
    /** Cells beside a cell that are its surroundings. */
    private static final int REACH = 3;
    /** Contrast below which there are no details, in greys. */
    private static final double FLAT = 4;

    /** @param moments pairs of pictures that should show the same */
    static ImageRegistration of(
            AlignedFilms films,
            FilmThumbnails mine,
            FilmThumbnails other,
            FilmPairReader.Timing timing,
            int[] moments) {
        int[] all = IntStream.range(0, films.cells()).toArray();
        return of(films, mine, other, timing, moments, STRAIGHT_AXES, all);
    }

    /** The same of a still, by some cells of the grid; it is slanted, too, where it was. */
    static ImageRegistration ofStill(
            AlignedFilms films,
            FilmThumbnails mine,
            FilmThumbnails other,
            FilmPairReader.Timing timing,
            int moment,
            int[] cells) {
        int axes = films.isSlanted() ? AXES : STRAIGHT_AXES;
        return of(films, mine, other, timing, new int[] {moment}, axes, cells);
    }

    private static ImageRegistration of(
            AlignedFilms films,
            FilmThumbnails mine,
            FilmThumbnails other,
            FilmPairReader.Timing timing,
            int[] moments,
            int axes,
            int[] cells) {
        int[] some = IntStream.range(0, Math.min(PICTURES, moments.length))
                .map(k -> moments[k * (moments.length - 1) / Math.max(1, Math.min(PICTURES, moments.length) - 1)])
                .distinct()
                .toArray();
        int[] all = IntStream.range(0, films.cells()).toArray();
        var details = new float[some.length][];
        var pairs = new int[some.length];
        for (int k = 0; k < some.length; k++) {
            details[k] = details(films.mine(mine, some[k], all), films);
            pairs[k] = other.nearest(timing.at(mine.millis()[some[k]] / 1000.0));
        }
        var best = new ImageRegistration(films, correlation(films, details, other, pairs, cells));
        double sign = best.correlation < NEGATIVE ? -1 : 1;
        var place = new double[axes];
        for (double step : STEPS) {
            boolean isMoving = true;
            for (int round = 0; round < ROUNDS && isMoving; round++) {
                isMoving = false;
                for (int axis = 0; axis < place.length; axis++) {
                    for (double way : new double[] {-step, step}) {
                        double before = place[axis];
                        place[axis] += way;
                        AlignedFilms moved = films.moved(other, change(place));
                        double correlation = correlation(moved, details, other, pairs, cells);
                        if (sign * correlation > sign * best.correlation + GAIN) {
                            best = new ImageRegistration(moved, correlation);
                            isMoving = true;
                        } else {
                            place[axis] = before;
                        }
                    }
                }
            }
        }
        return best;
    }

    private static AffineAlignment change(double[] place) {
        boolean isSlanted = place.length == AXES;
        return new AffineAlignment(
                1 + 2 * place[2],
                isSlanted ? place[4] : 0,
                place[0],
                isSlanted ? place[5] : 0,
                1 + 2 * place[3],
                place[1]);
    }

    /** Of some moments, without those at both ends that show something else: beyond a cut, say. */
    int[] common(FilmThumbnails mine, FilmThumbnails other, FilmPairReader.Timing timing, int[] moments) {
        int from = 0;
        int to = moments.length;
        while (from < to && isElsewhere(mine, other, timing, moments[from])) {
            from++;
        }
        while (from < to && isElsewhere(mine, other, timing, moments[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(moments, from, to);
    }

    private boolean isElsewhere(FilmThumbnails mine, FilmThumbnails other, FilmPairReader.Timing timing, int moment) {
        int[] all = IntStream.range(0, films.cells()).toArray();
        float[][] details = {details(films.mine(mine, moment, all), films)};
        int[] pair = {other.nearest(timing.at(mine.millis()[moment] / 1000.0))};
        return Math.signum(correlation) * correlation(films, details, other, pair, all)
                < ELSEWHERE * Math.abs(correlation);
    }

    private static double correlation(
            AlignedFilms films, float[][] details, FilmThumbnails other, int[] pairs, int[] cells) {
        int[] all = IntStream.range(0, films.cells()).toArray();
        double both = 0;
        double ours = 0;
        double theirs = 0;
        for (int k = 0; k < pairs.length; k++) {
            float[] those = details(films.other().of(other, pairs[k], all), films);
            for (int cell : cells) {
                both += details[k][cell] * those[cell];
                ours += details[k][cell] * details[k][cell];
                theirs += those[cell] * those[cell];
            }
        }
        return both / Math.sqrt(ours * theirs + 1e-6);
    }

    /** Of cells that both pictures show; 0 for others. */
    static float[] details(float[] greys, AlignedFilms films) {
        int width = films.width();
        int height = films.height();
        var sums = new double[(width + 1) * (height + 1)];
        var squares = new double[sums.length];
        for (int row = 0; row < height; row++) {
            double sum = 0;
            double square = 0;
            for (int column = 0; column < width; column++) {
                double grey = greys[row * width + column];
                int corner = (row + 1) * (width + 1) + column + 1;
                sum += grey;
                square += grey * grey;
                sums[corner] = sums[corner - width - 1] + sum;
                squares[corner] = squares[corner - width - 1] + square;
            }
        }
        var details = new float[greys.length];
        for (int cell = 0; cell < greys.length; cell++) {
            if (films.isShared(cell)) {
                details[cell] = detail(greys[cell], cell / width, cell % width, width, height, sums, squares);
            }
        }
        return details;
    }

    /** @param sums of the greys of all rows above and all columns before a corner, and {@code squares} of their squares */
    private static float detail(
            double grey, int row, int column, int width, int height, double[] sums, double[] squares) {
        int top = Math.max(0, row - REACH) * (width + 1);
        int bottom = Math.min(height, row + REACH + 1) * (width + 1);
        int left = Math.max(0, column - REACH);
        int right = Math.min(width, column + REACH + 1);
        int count = (bottom - top) / (width + 1) * (right - left);
        double mean = (sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left]) / count;
        double square =
                (squares[bottom + right] - squares[bottom + left] - squares[top + right] + squares[top + left]) / count;
        return (float) ((grey - mean) / (Math.sqrt(Math.max(0, square - mean * mean)) + FLAT));
    }
}
