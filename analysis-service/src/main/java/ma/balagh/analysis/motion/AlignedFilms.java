package ma.balagh.analysis.motion;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of two media's pictures that both show, as a grid of cells over each. Its cells are as fine as the coarser
 * picture.
 *
 * @param toMine where in this medium's picture a place of the grid is
 * @param alignment where in the other's picture a place of this one's is
 * @param drift how that place moves
 * @param mine how each cell is made of this medium's pixels
 * @param other how each cell is made of the other's
 */
record AlignedFilms(
        int width,
        int height,
        AffineAlignment toMine,
        AffineAlignment alignment,
        InsetDrift drift,
        GridSampling mine,
        GridSampling other) {

    /** Cells of a side, at least and at most. */
    private static final int FEWEST = 6;

    private static final int MOST = 32;
    /** With less of a grid than this in both pictures, there is nothing to compare. */
    private static final double ENOUGH = 0.3;

    /** A place of this picture, in shares of its width and height. */
    private record Region(double left, double top, double right, double bottom) {

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }
    }

    /** Null where the pictures hardly overlap. */
    static @Nullable AlignedFilms of(
            FilmThumbnails mine, FilmThumbnails other, AffineAlignment alignment, InsetDrift drift) {
        Region region = common(alignment);
        if (region.width() <= 0 || region.height() <= 0) {
            return null;
        }
        double across = Math.hypot(
                alignment.xx() * region.width() * other.width(), alignment.yx() * region.width() * other.height());
        double down = Math.hypot(
                alignment.xy() * region.height() * other.width(), alignment.yy() * region.height() * other.height());
        int width = cells(Math.min(region.width() * mine.width(), across));
        int height = cells(Math.min(region.height() * mine.height(), down));
        AffineAlignment toMine =
                AffineAlignment.stretched(region.width(), region.left(), region.height(), region.top());
        var films = new AlignedFilms(
                width,
                height,
                toMine,
                alignment,
                drift,
                GridSampling.of(width, height, mine, toMine),
                GridSampling.of(width, height, other, toMine.then(alignment)));
        return films.shared() < ENOUGH ? null : films;
    }

    /**
     * The same grid, elsewhere in the other's picture.
     *
     * @param change of a place, seen from the grid's middle; its shift is in shares of the grid's width and height
     */
    AlignedFilms moved(FilmThumbnails otherFilm, AffineAlignment change) {
        AffineAlignment toOther = toMine.then(alignment);
        double x = toOther.atX(0.5, 0.5);
        double y = toOther.atY(0.5, 0.5);
        double width = Math.abs(toOther.xx()) + Math.abs(toOther.xy());
        double height = Math.abs(toOther.yx()) + Math.abs(toOther.yy());
        AffineAlignment moved = alignment.then(new AffineAlignment(
                change.xx(),
                change.xy(),
                change.x() * width + x - change.xx() * x - change.xy() * y,
                change.yx(),
                change.yy(),
                change.y() * height + y - change.yx() * x - change.yy() * y));
        return new AlignedFilms(
                this.width,
                this.height,
                toMine,
                moved,
                drift,
                mine,
                GridSampling.of(this.width, this.height, otherFilm, toMine.then(moved)));
    }

    /** Whether right angles are off, by what features told. */
    boolean isSlanted() {
        return alignment.xy() != 0 && alignment.xx() != 0 || alignment.yx() != 0 && alignment.yy() != 0;
    }

    /** The rectangle of this picture in which the other's lies. */
    private static Region common(AffineAlignment alignment) {
        AffineAlignment back = alignment.inverse();
        double left = 1;
        double top = 1;
        double right = 0;
        double bottom = 0;
        for (int corner = 0; corner < 4; corner++) {
            double u = corner & 1;
            double v = corner >> 1;
            double x = back.atX(u, v);
            double y = back.atY(u, v);
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }
        return new Region(Math.max(0, left), Math.max(0, top), Math.min(1, right), Math.min(1, bottom));
    }

    private static int cells(double pixels) {
        return (int) Math.clamp(Math.round(pixels), FEWEST, MOST);
    }

    private double shared() {
        int shared = 0;
        for (int cell = 0; cell < cells(); cell++) {
            shared += isShared(cell) ? 1 : 0;
        }
        return (double) shared / cells();
    }

    /** The greys of some cells of a picture of this medium. */
    float[] mine(FilmThumbnails film, int picture, int[] cells) {
        if (drift.isNone()) {
            return mine.of(film, picture, cells);
        }
        AffineAlignment then = toMine.then(drift.at(film.millis()[picture] / 1000.0));
        return GridSampling.of(width, height, film, then).of(film, picture, cells);
    }

    int cells() {
        return width * height;
    }

    /** Whether a cell lies in both pictures. */
    boolean isShared(int cell) {
        return mine.isWithin(cell) && other.isWithin(cell);
    }

    /** The cells that both pictures show, in their order. */
    int[] sharedCells() {
        return IntStream.range(0, cells()).filter(this::isShared).toArray();
    }
}
