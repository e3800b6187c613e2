package ma.balagh.analysis.motion;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The pictures of a film around a moment beside a still, in the cells that both show: the film's background, and what
 * either shows before it.
 */
final class SurroundingFilmReader {

    /** Pictures around the moment: eight seconds of four. */
    private static final int WINDOW = 32;
    /** What differs from all of these pictures by so many greys is no part of the film: a caption over the still, say. */
    private static final double COVERED = 18;
    /** Where less than this share is open, it is a picture of something else. */
    private static final double LEAST = 0.4;
    /** Share of the cells from which on hardly anything is covered. */
    private static final double ALL = 0.95;

    private final AlignedFilms aligned;
    private final FilmThumbnails film;
    private final FilmThumbnails stillFilm;
    /** Whether the film is the other medium, and the still this one. */
    private final boolean isOther;

    private final FilmPairReader films;
    private final GridSmoothingFilter smoothing;
    private final int first;
    private final float[][] pictures;
    /** Of the cells that both show, those that nothing covers, nor stand beside what is covered. */
    private final int[] open;

    private final float[] behind;
    private final float[] background;
    private final float[] still;

    /** One of both is a still. */
    SurroundingFilmReader(AlignedFilms aligned, FilmThumbnails mine, FilmThumbnails other, double second) {
        this.aligned = aligned;
        this.isOther = mine.size() == 1;
        this.film = isOther ? other : mine;
        this.stillFilm = isOther ? mine : other;
        this.films = new FilmPairReader(mine, other, aligned);
        this.smoothing = new GridSmoothingFilter(aligned);
        int size = Math.min(WINDOW, film.size());
        this.first = Math.clamp(film.nearest(second) - (long) WINDOW / 2, 0, film.size() - size);
        this.pictures = IntStream.range(first, first + size)
                .mapToObj(k -> smoothing.of(isOther ? films.other(k) : films.mine(k)))
                .toArray(float[][]::new);
        float[] behind = ForegroundExtractor.background(pictures, 0, size);
        float[] shown = smoothing.of(isOther ? films.mine(0) : films.other(0));
        this.open = open(ForegroundExtractor.before(shown, behind), behind);
        this.behind = behind;
        this.background = seen(behind);
        this.still = ForegroundExtractor.of(seen(shown), background);
    }

    private int[] open(float[] rest, float[] behind) {
        var nearest = new float[rest.length];
        Arrays.fill(nearest, Float.MAX_VALUE);
        for (float[] picture : pictures) {
            float[] moment = ForegroundExtractor.before(picture, behind);
            for (int cell = 0; cell < rest.length; cell++) {
                nearest[cell] = Math.min(nearest[cell], Math.abs(moment[cell] - rest[cell]));
            }
        }
        int[] shared = aligned.sharedCells();
        var isCovered = new boolean[aligned.cells()];
        IntStream.range(0, rest.length).filter(k -> nearest[k] > COVERED).forEach(k -> isCovered[shared[k]] = true);
        int[] all = IntStream.range(0, rest.length).toArray();
        int[] some = IntStream.of(all).filter(k -> isOpen(isCovered, shared[k])).toArray();
        return some.length < LEAST * all.length ? all : some;
    }

    private boolean isOpen(boolean[] isCovered, int cell) {
        int width = aligned.width();
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                int column = cell % width + right;
                int beside = cell + down * width + right;
                if (column >= 0 && column < width && beside >= 0 && beside < isCovered.length && isCovered[beside]) {
                    return false;
                }
            }
        }
        return true;
    }

    private float[] seen(float[] cells) {
        var seen = new float[open.length];
        for (int k = 0; k < seen.length; k++) {
            seen[k] = cells[open[k]];
        }
        return seen;
    }

    private float[] foreground(float[] cells) {
        return ForegroundExtractor.of(seen(cells), background);
    }

    /** Whether hardly any of the still is covered. */
    boolean isAllSeen() {
        return open.length >= ALL * pictures[0].length;
    }

    /** The cells of the grid that nothing covers. */
    int[] openCells() {
        int[] shared = aligned.sharedCells();
        return IntStream.of(open).map(k -> shared[k]).toArray();
    }

    /** The still beside what the film shows at a second. */
    Likeness at(double second) {
        float[] moment = smoothing.of(isOther ? films.otherAt(second) : films.mineAt(second));
        return Likeness.of(still, foreground(moment), all());
    }

    /** Which share of what the film shows before its background at a second is not covered in the still. */
    double seen(double second) {
        float[] moment = smoothing.of(isOther ? films.otherAt(second) : films.mineAt(second));
        float[] all = ForegroundExtractor.of(moment, behind);
        double whole = 1e-9;
        for (float cell : all) {
            whole += cell * cell;
        }
        double seen = 0;
        for (int cell : open) {
            seen += all[cell] * all[cell];
        }
        return seen / whole;
    }

    /** The film's picture of that second beside the one before or after, whichever is less like it. */
    Likeness neighbours(double second) {
        return least(second, k -> foreground(pictures[k - first]), all());
    }

    /** Correlation of the details of the still and of the film's picture of that second. */
    double details(double second) {
        return Likeness.of(details(stillFilm, 0, !isOther), details(film.nearest(second)), openCells())
                .correlation();
    }

    /** The same of the film's neighbouring pictures. */
    double neighboursDetails(double second) {
        return least(second, this::details, openCells()).correlation();
    }

    private float[] details(int picture) {
        return details(film, picture, isOther);
    }

    private float[] details(FilmThumbnails medium, int picture, boolean isOfOther) {
        int[] cells = IntStream.range(0, aligned.cells()).toArray();
        return ImageRegistration.details(
                isOfOther ? aligned.other().of(medium, picture, cells) : aligned.mine(medium, picture, cells), aligned);
    }

    private int[] all() {
        return IntStream.range(0, open.length).toArray();
    }

    private Likeness least(double second, IntFunction<float[]> seen, int[] cells) {
        int middle = film.nearest(second);
        Likeness before = Likeness.of(seen.apply(Math.max(first, middle - 1)), seen.apply(middle), cells);
        int last = first + pictures.length - 1;
        Likeness after = Likeness.of(seen.apply(middle), seen.apply(Math.min(last, middle + 1)), cells);
        return before.correlation() < after.correlation() ? before : after;
    }

    /**
     * How alike two pictures are in some cells.
     *
     * @param correlation −1 to 1
     * @param lesser mean square of the one in which less is seen, and {@code greater} of the other
     */
    record Likeness(double correlation, double lesser, double greater) {

        static Likeness of(float[] one, float[] other, int[] cells) {
            double both = 0;
            double first = 0;
            double second = 0;
            for (int k : cells) {
                both += one[k] * other[k];
                first += one[k] * one[k];
                second += other[k] * other[k];
            }
            int count = Math.max(1, cells.length);
            return new Likeness(
                    both / Math.sqrt(first * second + 1e-9),
                    Math.min(first, second) / count,
                    Math.max(first, second) / count);
        }
    }
}
