package ma.balagh.analysis.motion;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Two media's thumbnails in the cells that both show, at the same moments: of the other, what lies between two pictures in
 * time is between them in grey. For one thread.
 */
final class FilmPairReader {

    /**
     * Pictures of both at some moments.
     *
     * @param seconds of this medium
     * @param mine the greys of each
     * @param other the greys at the moments that belong to these
     */
    @SuppressWarnings("ArrayRecordComponent") // Flat arrays for comparing; never compared as records.
    record Moments(double[] seconds, float[][] mine, float[][] other) {

        int size() {
            return seconds.length;
        }

        /** Without so many at both ends. */
        Moments without(int ends) {
            int to = size() - ends;
            return new Moments(
                    Arrays.copyOfRange(seconds, ends, to),
                    Arrays.copyOfRange(mine, ends, to),
                    Arrays.copyOfRange(other, ends, to));
        }
    }

    private final FilmThumbnails mine;
    private final FilmThumbnails other;
    private final AlignedFilms aligned;
    private final int[] cells;
    private final float[][] mineCells;
    private final float[][] otherCells;
    /** The moments of {@link #mineForeground}. */
    private double[] seen = {};

    private ForegroundExtractor mineForeground = ForegroundExtractor.of(new float[0][]);

    FilmPairReader(FilmThumbnails mine, FilmThumbnails other, AlignedFilms aligned) {
        this.mine = mine;
        this.other = other;
        this.aligned = aligned;
        this.cells = aligned.sharedCells();
        this.mineCells = new float[mine.size()][];
        this.otherCells = new float[other.size()][];
    }

    AlignedFilms aligned() {
        return aligned;
    }

    /** The pictures of this medium between two seconds to which the other has one. */
    int[] pictures(double from, double to, Timing timing) {
        return IntStream.of(mine.between(from, to))
                .filter(k -> isFilmed(timing.at(second(k))))
                .toArray();
    }

    double second(int picture) {
        return mine.millis()[picture] / 1000.0;
    }

    /** Those pictures beside what the other shows then; at most so many from the middle. */
    Moments between(double from, double to, Timing timing, int most) {
        int[] pictures = pictures(from, to, timing);
        int size = Math.min(most, pictures.length);
        int first = (pictures.length - size) / 2;
        var seconds = new double[size];
        var ours = new float[size][];
        var theirs = new float[size][];
        for (int k = 0; k < size; k++) {
            seconds[k] = second(pictures[first + k]);
            ours[k] = mine(pictures[first + k]);
            theirs[k] = otherAt(timing.at(seconds[k]));
        }
        return new Moments(seconds, ours, theirs);
    }

    /** What moves in both; of this medium it is kept, since one time after another is tried with the same pictures. */
    MotionCorrelator motion(Moments moments) {
        if (!Arrays.equals(seen, moments.seconds())) {
            seen = moments.seconds();
            mineForeground = ForegroundExtractor.of(moments.mine());
        }
        return MotionCorrelator.of(moments.seconds(), mineForeground, ForegroundExtractor.of(moments.other()));
    }

    private boolean isFilmed(double second) {
        double half = interval() / 2;
        return second >= other.millis()[0] / 1000.0 - half
                && second <= other.millis()[other.size() - 1] / 1000.0 + half;
    }

    private double interval() {
        int last = other.size() - 1;
        return last == 0 ? 0 : (other.millis()[last] - other.millis()[0]) / 1000.0 / last;
    }

    float[] mine(int picture) {
        float[] known = mineCells[picture];
        if (known == null) {
            known = aligned.mine(mine, picture, cells);
            mineCells[picture] = known;
        }
        return known;
    }

    float[] other(int picture) {
        float[] known = otherCells[picture];
        if (known == null) {
            known = aligned.other().of(other, picture, cells);
            otherCells[picture] = known;
        }
        return known;
    }

    float[] mineAt(double second) {
        return at(second, mine, this::mine);
    }

    float[] otherAt(double second) {
        return at(second, other, this::other);
    }

    private static float[] at(double second, FilmThumbnails film, IntFunction<float[]> pictures) {
        int millis = (int) Math.round(second * 1000);
        int after = film.firstNotBefore(millis);
        int before = Math.max(0, after - 1);
        int length = film.millis()[after] - film.millis()[before];
        if (length == 0 || millis >= film.millis()[after]) {
            return pictures.apply(after);
        }
        float share = Math.clamp((millis - film.millis()[before]) / (float) length, 0, 1);
        float[] one = pictures.apply(before);
        float[] next = pictures.apply(after);
        var between = new float[one.length];
        for (int k = 0; k < between.length; k++) {
            between[k] = one[k] + share * (next[k] - one[k]);
        }
        return between;
    }

    /** Which second of the other belongs to one of this. */
    record Timing(double speed, double shift) {

        double at(double second) {
            return speed * second + shift;
        }

        /** Later by so much, and faster by that share around a second of this medium. */
        Timing moved(double later, double faster, double around) {
            double quicker = speed * (1 + faster);
            return new Timing(quicker, shift + later + (speed - quicker) * around);
        }
    }
}
