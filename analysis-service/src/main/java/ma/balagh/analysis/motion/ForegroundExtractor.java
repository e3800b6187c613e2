package ma.balagh.analysis.motion;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What stands before the background of some pictures: by how much each cell differs from its median over some seconds,
 * once the picture's brightness and contrast are those of the background.
 *
 * <p>Small differences are noise; larger ones count by their power of 0.7, so that one bright headlight does not decide
 * alone.
 */
final class ForegroundExtractor {

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

    /** For finding a median. */
    private static final int BINS = 512;

    private static final int BINS_PER_GREY = 8;

    /** From this difference of the backgrounds on, something covers one of them, in greys. */
    private static final double COVERED = 18;
    /** Or from so many times their median difference on. */
    private static final double OFTEN = 3 * 1.48;
    /** Where more than this share of the backgrounds differs, they are of different places, and nothing is covered. */
    private static final double MOST = 0.5;

    private final float[][] pictures;
    private final float[] background;

    private ForegroundExtractor(float[][] pictures, float[] background) {
        this.pictures = pictures;
        this.background = background;
    }

    /** @param pictures the greys of the same cells at each moment */
    static ForegroundExtractor of(float[][] pictures) {
        float[] whole = background(pictures, 0, pictures.length);
        var foreground = new float[pictures.length][];
        float[] background = whole;
        int before = -1;
        for (int k = 0; k < pictures.length; k++) {
            int start = start(k, pictures.length);
            if (start != before) {
                background = pictures.length <= WINDOW ? whole : background(pictures, start, start + WINDOW);
                before = start;
            }
            foreground[k] = of(pictures[k], background);
        }
        return new ForegroundExtractor(foreground, whole);
    }

    /** Of one picture before the background of others. */
    static float[] of(float[] picture, float[] background) {
        return shrunk(before(picture, background));
    }

    /** Without the cells that are covered in one of both, by a caption, say: there the backgrounds differ. */
    int[] commonCells(ForegroundExtractor other) {
        float[] rest = before(background, other.background);
        var sizes = new float[rest.length];
        for (int k = 0; k < rest.length; k++) {
            sizes[k] = Math.abs(rest[k]);
        }
        double limit = OFTEN * median(sizes, (float) (COVERED / OFTEN));
        int[] all = IntStream.range(0, rest.length).toArray();
        int[] common = IntStream.of(all).filter(k -> sizes[k] <= limit).toArray();
        return rest.length - common.length < MOST * rest.length ? common : all;
    }

    float[] picture(int k) {
        return pictures[k];
    }

    int size() {
        return pictures.length;
    }

    /** How much moves in a cell. */
    double meanSquare(int cell) {
        double sum = 0;
        for (float[] picture : pictures) {
            sum += picture[cell] * picture[cell];
        }
        return sum / Math.max(1, pictures.length);
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
            background[cell] = selected(values, values.length / 2);
        }
        return background;
    }

    /**
     * The upper one of two in the middle, of sizes: they are counted, so that few have to be put in order.
     *
     * @param least is returned where that is less
     */
    private static double median(float[] sizes, float least) {
        int small = 0;
        for (float size : sizes) {
            small += size <= least ? 1 : 0;
        }
        if (small > sizes.length / 2) {
            return least;
        }
        var counts = new int[BINS];
        for (float size : sizes) {
            counts[bin(size)]++;
        }
        int place = sizes.length / 2;
        int bin = 0;
        while (place >= counts[bin]) {
            place -= counts[bin++];
        }
        var within = new float[counts[bin]];
        int found = 0;
        for (float size : sizes) {
            if (bin(size) == bin) {
                within[found++] = size;
            }
        }
        return selected(within, place);
    }

    private static int bin(float size) {
        return Math.min((int) (size * BINS_PER_GREY), BINS - 1);
    }

    /** The value at that place of their order; puts the values in another order (C. Hoare's selection, 1961). */
    private static float selected(float[] values, int middle) {
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
            if (round < ROUNDS - 1) {
                weigh(rest, weights);
            }
        }
        return rest;
    }

    private static void weigh(float[] rest, double[] weights) {
        var sizes = new float[rest.length];
        for (int k = 0; k < rest.length; k++) {
            sizes[k] = Math.abs(rest[k]);
        }
        double scale = 1.5 * median(sizes, 1 / 1.5f);
        for (int k = 0; k < rest.length; k++) {
            weights[k] = 1 / (1 + rest[k] * rest[k] / (scale * scale));
        }
    }

    private static float[] shrunk(float[] rest) {
        for (int k = 0; k < rest.length; k++) {
            double size = Math.abs(rest[k]) - NOISE;
            rest[k] = size > 0 ? (float) Math.copySign(Math.pow(size, POWER), rest[k]) : 0;
        }
        return rest;
    }
}
