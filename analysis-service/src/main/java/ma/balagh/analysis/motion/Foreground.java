package ma.balagh.analysis.motion;

import java.util.Arrays;

/**
 * What stands before the background of some pictures: by how much each cell differs from its median over some seconds,
 * once the picture's brightness and contrast are those of the background.
 *
 * <p>Small differences are noise; larger ones count by their power of 0.7, so that one bright headlight does not decide
 * alone.
 */
final class Foreground {

    /** Pictures over which the background is the median: eight seconds of four pictures. */
    private static final int WINDOW = 32;
    /** The background is taken anew after so many pictures. */
    private static final int STEP = 4;

    private static final double NOISE = 1.5;
    private static final double POWER = 0.7;
    /** Bounds of what a camera's or a codec's contrast does to a background. */
    private static final double FAINTEST = 0.3;

    private static final double STARKEST = 3;
    private static final int ROUNDS = 3;

    /** From this difference of the backgrounds on, something covers one of them, in greys. */
    private static final double COVERED = 18;
    /** Or from so many times their median difference on. */
    private static final double OFTEN = 3 * 1.48;
    /** Where more than this share of the backgrounds differs, they are of different places, and nothing is covered. */
    private static final double MOST = 0.5;

    private final float[][] pictures;

    private Foreground(float[][] pictures) {
        this.pictures = pictures;
    }

    /**
     * Of both, without the cells that are covered in one of them, by a caption, say: there the backgrounds differ.
     *
     * @param mine the greys of the same cells at each moment
     * @param other the greys at the same moments
     */
    static Foreground[] of(float[][] mine, float[][] other) {
        float[] ours = background(mine, 0, mine.length);
        float[] theirs = background(other, 0, other.length);
        boolean[] covered = covered(ours, theirs);
        return new Foreground[] {of(mine, ours, covered), of(other, theirs, covered)};
    }

    /** @param whole the background of all the pictures */
    private static Foreground of(float[][] pictures, float[] whole, boolean[] covered) {
        var foreground = new float[pictures.length][];
        float[] background = whole;
        int before = -1;
        for (int k = 0; k < pictures.length; k++) {
            int start = start(k, pictures.length);
            if (start != before) {
                background = pictures.length <= WINDOW ? whole : background(pictures, start, start + WINDOW);
                before = start;
            }
            foreground[k] = shrunk(before(pictures[k], background), covered);
        }
        return new Foreground(foreground);
    }

    /** Of one picture before the background of others. */
    static float[] of(float[] picture, float[] background) {
        return shrunk(before(picture, background), new boolean[picture.length]);
    }

    private static boolean[] covered(float[] mine, float[] other) {
        float[] rest = before(mine, other);
        var sizes = new float[rest.length];
        for (int k = 0; k < rest.length; k++) {
            sizes[k] = Math.abs(rest[k]);
        }
        double limit = Math.max(COVERED, OFTEN * median(sizes.clone()));
        var covered = new boolean[rest.length];
        int count = 0;
        for (int k = 0; k < rest.length; k++) {
            covered[k] = sizes[k] > limit;
            count += covered[k] ? 1 : 0;
        }
        return count < MOST * rest.length ? covered : new boolean[rest.length];
    }

    float[] picture(int k) {
        return pictures[k];
    }

    int size() {
        return pictures.length;
    }

    private static int start(int picture, int pictures) {
        int middle = picture / STEP * STEP + STEP / 2;
        return Math.clamp((long) middle - WINDOW / 2, 0, Math.max(0, pictures - WINDOW));
    }

    static float[] background(float[][] pictures, int from, int to) {
        int cells = pictures.length == 0 ? 0 : pictures[0].length;
        var background = new float[cells];
        var values = new float[to - from];
        for (int cell = 0; cell < cells; cell++) {
            for (int k = from; k < to; k++) {
                values[k - from] = pictures[k][cell];
            }
            background[cell] = median(values);
        }
        return background;
    }

    /** The upper one of two in the middle; puts the values in another order (C. Hoare's selection, 1961). */
    private static float median(float[] values) {
        int middle = values.length / 2;
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            float pivot = values[middle];
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    float swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (right < middle) {
                from = left;
            }
            if (left > middle) {
                to = right;
            }
        }
        return values[middle];
    }

    /** What the background at another brightness and contrast does not explain; least squares, outliers count little. */
    static float[] before(float[] picture, float[] background) {
        int cells = picture.length;
        var rest = new float[cells];
        var weights = new double[cells];
        Arrays.fill(weights, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            double mean = 0;
            double behind = 0;
            for (int k = 0; k < cells; k++) {
                sum += weights[k];
                mean += weights[k] * picture[k];
                behind += weights[k] * background[k];
            }
            mean /= sum;
            behind /= sum;
            double covariance = 1e-3;
            double variance = 1e-3;
            for (int k = 0; k < cells; k++) {
                double b = background[k] - behind;
                covariance += weights[k] * (picture[k] - mean) * b;
                variance += weights[k] * b * b;
            }
            double contrast = Math.clamp(covariance / variance, FAINTEST, STARKEST);
            for (int k = 0; k < cells; k++) {
                rest[k] = (float) (picture[k] - mean - contrast * (background[k] - behind));
            }
            weigh(rest, weights);
        }
        return rest;
    }

    private static void weigh(float[] rest, double[] weights) {
        var sizes = new float[rest.length];
        for (int k = 0; k < rest.length; k++) {
            sizes[k] = Math.abs(rest[k]);
        }
        double scale = Math.max(1, 1.5 * median(sizes));
        for (int k = 0; k < rest.length; k++) {
            weights[k] = 1 / (1 + rest[k] * rest[k] / (scale * scale));
        }
    }

    private static float[] shrunk(float[] rest, boolean[] covered) {
        for (int k = 0; k < rest.length; k++) {
            double size = covered[k] ? 0 : Math.max(0, Math.abs(rest[k]) - NOISE);
            rest[k] = (float) Math.copySign(Math.pow(size, POWER), rest[k]);
        }
        return rest;
    }
}
