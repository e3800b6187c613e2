package ma.balagh.analysis.feature;

import java.util.List;

/**
 * Blobs of a scale space's octave: what is stronger than its 26 neighbours in place and scale and no edge. Differences of
 * Gaussians are whole numbers here, since comparing those costs no guesses.
 */
final class ScaleSpaceExtremaDetector {

    /** A blob, in samples of its octave. */
    record Point(float x, float y, float sigma, int octave, int level, float strength) {}

    private static final int MARGIN = 4;

    /** Of one grey value. */
    private static final int UNIT = 1 << 16;

    /** Differences weaker than this are noise of the codec. */
    private static final int CONTRAST = 2 * UNIT;

    /** Ratio of principal curvatures from which a blob is an edge, which slides along itself. */
    private static final float EDGE = 10;

    private final int width;
    private final int height;
    private final int[][] differences;

    ScaleSpaceExtremaDetector(int width, int height, int levels) {
        this.width = width;
        this.height = height;
        this.differences = new int[levels][width * height];
    }

    void difference(int level, GreyPlane sharp, GreyPlane blurred) {
        subtract(blurred.values, sharp.values, differences[level]);
    }

    private static void subtract(float[] blurred, float[] sharp, int[] difference) {
        for (int k = 0; k < difference.length; k++) {
            difference[k] = (int) (UNIT * (blurred[k] - sharp[k]));
        }
    }

    void find(int octave, int level, List<Point> points) {
        int[] here = differences[level];
        for (int y = MARGIN; y < height - MARGIN; y++) {
            for (int x = MARGIN; x < width - MARGIN; x++) {
                int k = y * width + x;
                int value = here[k];
                if (Math.abs(value) >= CONTRAST && isExtremum(level, k, value) && !isEdge(here, k)) {
                    points.add(refined(octave, level, x, y));
                }
            }
        }
    }

    /** The own layer first: it tells most of them apart. */
    private boolean isExtremum(int level, int k, int value) {
        if (value < 0) {
            return least(differences[level], k) == value
                    && least(differences[level - 1], k) >= value
                    && least(differences[level + 1], k) >= value;
        }
        return most(differences[level], k) == value
                && most(differences[level - 1], k) <= value
                && most(differences[level + 1], k) <= value;
    }

    private int most(int[] d, int k) {
        int above = Math.max(Math.max(d[k - width - 1], d[k - width]), d[k - width + 1]);
        int beside = Math.max(Math.max(d[k - 1], d[k]), d[k + 1]);
        int below = Math.max(Math.max(d[k + width - 1], d[k + width]), d[k + width + 1]);
        return Math.max(Math.max(above, beside), below);
    }

    private int least(int[] d, int k) {
        int above = Math.min(Math.min(d[k - width - 1], d[k - width]), d[k - width + 1]);
        int beside = Math.min(Math.min(d[k - 1], d[k]), d[k + 1]);
        int below = Math.min(Math.min(d[k + width - 1], d[k + width]), d[k + width + 1]);
        return Math.min(Math.min(above, beside), below);
    }

    private boolean isEdge(int[] d, int k) {
        float xx = (float) d[k - 1] + d[k + 1] - 2f * d[k];
        float yy = (float) d[k - width] + d[k + width] - 2f * d[k];
        float xy = ((float) d[k + width + 1] - d[k + width - 1] - d[k - width + 1] + d[k - width - 1]) / 4;
        float trace = xx + yy;
        float determinant = xx * yy - xy * xy;
        return determinant <= 0 || trace * trace * EDGE >= (EDGE + 1) * (EDGE + 1) * determinant;
    }

    /** Between the samples, by the parabola through three of them along each axis. */
    private Point refined(int octave, int level, int x, int y) {
        int[] d = differences[level];
        int k = y * width + x;
        float dx = vertex(d[k - 1], d[k], d[k + 1]);
        float dy = vertex(d[k - width], d[k], d[k + width]);
        float ds = vertex(differences[level - 1][k], d[k], differences[level + 1][k]);
        return new Point(
                x + dx,
                y + dy,
                (float) FeatureExtractor.sigma(level + ds),
                octave,
                level,
                Math.abs((float) d[k] / UNIT));
    }

    private static float vertex(float before, float at, float after) {
        float curvature = before + after - 2 * at;
        return curvature == 0 ? 0 : Math.clamp((before - after) / (2 * curvature), -0.5f, 0.5f);
    }
}
