package ma.balagh.analysis.motion;

import java.util.stream.IntStream;

/**
 * How well the backgrounds of two media agree where nothing moves before them: their details, of which a bare wall has
 * hardly any. One thing that passes before two places agrees by itself.
 *
 * @param quiet share of the cells in which nothing moves in either
 * @param correlation of the details there, −1 to 1; negative where one is a negative
 */
record BackgroundCorrelator(double quiet, double correlation) {

    /** Pictures of which the background is the median, at most. */
    private static final int PICTURES = 24;
    /** Mean square of what differs from the background, from which on something moves. */
    private static final double MOVING = 1;
    /** In fewer of the cells nothing moves where the camera does. */
    private static final double STANDING = 0.5;
    /** True copies agree by 0.63 and more where the camera stands, and by 0.46 and more where it moves. */
    private static final double SAME_PLACE = 0.4;

    private static final double NONE = 1e-9;

    /** @param pictures of this medium that should show the same as the other's at that time */
    static BackgroundCorrelator of(
            FilmThumbnails mine,
            FilmThumbnails other,
            AlignedFilms films,
            FilmPairReader.Timing timing,
            int[] pictures) {
        int count = Math.min(PICTURES, pictures.length);
        int[] all = IntStream.range(0, films.cells()).toArray();
        var ours = new float[count][];
        var theirs = new float[count][];
        for (int k = 0; k < count; k++) {
            int picture = pictures[k * (pictures.length - 1) / Math.max(1, count - 1)];
            ours[k] = films.mine(mine, picture, all);
            theirs[k] = films.other().of(other, other.nearest(timing.at(mine.millis()[picture] / 1000.0)), all);
        }
        return of(films, ours, theirs);
    }

    private static BackgroundCorrelator of(AlignedFilms films, float[][] ours, float[][] theirs) {
        float[] own = ImageRegistration.details(ForegroundExtractor.background(ours, 0, ours.length), films);
        float[] others = ImageRegistration.details(ForegroundExtractor.background(theirs, 0, theirs.length), films);
        var ownMotion = ForegroundExtractor.of(ours);
        var othersMotion = ForegroundExtractor.of(theirs);
        int[] cells = films.sharedCells();
        int quiet = 0;
        double both = 0;
        double ownSquares = NONE;
        double othersSquares = NONE;
        for (int cell : cells) {
            if (ownMotion.meanSquare(cell) < MOVING && othersMotion.meanSquare(cell) < MOVING) {
                quiet++;
                both += own[cell] * others[cell];
                ownSquares += own[cell] * own[cell];
                othersSquares += others[cell] * others[cell];
            }
        }
        return new BackgroundCorrelator(
                quiet / (double) Math.max(1, cells.length), both / Math.sqrt(ownSquares * othersSquares));
    }

    /** Much stands still in both, and shows something else in each. */
    boolean isOfOtherPlaces() {
        return quiet >= STANDING && Math.abs(correlation) < SAME_PLACE;
    }
}
