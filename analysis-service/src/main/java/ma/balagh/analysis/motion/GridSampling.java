package ma.balagh.analysis.motion;

/**
 * How the cells of a grid are made of a picture's pixels: the mean of some points within the cell, each between four
 * pixels.
 *
 * @param pixels for each cell so many places of pixels as there are weights
 * @param within which cells lie in the picture
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for sampling; never compared as records.
record GridSampling(int[] pixels, float[] weights, boolean[] within) {

    private static final int CORNERS = 4;
    /** Points of a side of a cell at most. */
    private static final int FINEST = 6;
    /** By how much a cell's middle may lie outside, as a share of the picture's side. */
    private static final double EDGE = 0.01;

    /** @param toPicture where in the picture a place of the grid is, both as shares */
    static GridSampling of(int width, int height, FilmThumbnails picture, AffineAlignment toPicture) {
        int points = points(width, height, picture, toPicture);
        int each = points * points * CORNERS;
        var pixels = new int[width * height * each];
        var weights = new float[pixels.length];
        var within = new boolean[width * height];
        for (int cell = 0, at = 0; cell < within.length; cell++) {
            int row = cell / width;
            int column = cell % width;
            within[cell] = isWithin(toPicture, (column + 0.5) / width, (row + 0.5) / height);
            for (int point = 0; point < points * points; point++, at += CORNERS) {
                double u = (column + (point % points + 0.5) / points) / width;
                double v = (row + (point / points + 0.5) / points) / height;
                place(
                        toPicture.atX(u, v) * picture.width() - 0.5,
                        toPicture.atY(u, v) * picture.height() - 0.5,
                        picture,
                        1f / (points * points),
                        pixels,
                        weights,
                        at);
            }
        }
        return new GridSampling(pixels, weights, within);
    }

    /** So many that no pixel is passed over. */
    private static int points(int width, int height, FilmThumbnails picture, AffineAlignment toPicture) {
        double across = Math.hypot(toPicture.xx() * picture.width(), toPicture.yx() * picture.height()) / width;
        double down = Math.hypot(toPicture.xy() * picture.width(), toPicture.yy() * picture.height()) / height;
        return (int) Math.clamp(Math.ceil(Math.max(across, down) - 0.25), 1, FINEST);
    }

    private static boolean isWithin(AffineAlignment toPicture, double u, double v) {
        double x = toPicture.atX(u, v);
        double y = toPicture.atY(u, v);
        return x > -EDGE && x < 1 + EDGE && y > -EDGE && y < 1 + EDGE;
    }

    private static void place(
            double x, double y, FilmThumbnails picture, float weight, int[] pixels, float[] weights, int at) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        for (int corner = 0; corner < CORNERS; corner++) {
            int column = left + (corner & 1);
            int row = top + (corner >> 1);
            double share = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
            pixels[at + corner] = Math.clamp(row, 0, picture.height() - 1) * picture.width()
                    + Math.clamp(column, 0, picture.width() - 1);
            weights[at + corner] = (float) (weight * share);
        }
    }

    boolean isWithin(int cell) {
        return within[cell];
    }

    /** The greys of some cells of a picture. */
    float[] of(FilmThumbnails thumbnails, int picture, int[] cells) {
        int each = weights.length / within.length;
        var greys = new float[cells.length];
        for (int k = 0; k < cells.length; k++) {
            float grey = 0;
            for (int at = cells[k] * each; at < (cells[k] + 1) * each; at++) {
                grey += weights[at] * thumbnails.grey(picture, pixels[at]);
            }
            greys[k] = grey;
        }
        return greys;
    }
}
