package ma.balagh.analysis.feature;

import java.util.Arrays;

/**
 * Gaussian blur of pictures of one size, rows then columns; beyond an edge the edge goes on. Each tap is first moved to the
 * index where the sum is made: such a loop becomes vector instructions, which more than pays for the copies.
 */
final class GaussianBlurFilter {

    private static final int TAPS = 4;

    private final int width;
    private final int height;
    private final float[][] rows;
    private final float[] sums;
    private final float[][] moved;
    private float[] line = {};

    GaussianBlurFilter(int width, int height) {
        this.width = width;
        this.height = height;
        this.rows = new float[height][width];
        this.sums = new float[width];
        this.moved = new float[2 * TAPS][width];
    }

    /**
     * The middle and one side of the kernel of that standard deviation, cut off at 2.5 of it, in sum 1; zeros fill the
     * last taps.
     */
    static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        var kernel = new float[(reach + TAPS - 1) / TAPS * TAPS + 1];
        double sum = 0;
        for (int t = 0; t <= reach; t++) {
            kernel[t] = (float) Math.exp(-t * t / (2 * sigma * sigma));
            sum += t == 0 ? kernel[t] : 2 * kernel[t];
        }
        for (int t = 0; t <= reach; t++) {
            kernel[t] /= (float) sum;
        }
        return kernel;
    }

    void blur(float[] source, float[] kernel, float[] target) {
        int reach = kernel.length - 1;
        if (line.length < width + 2 * reach) {
            line = new float[width + 2 * reach];
        }
        for (int y = 0; y < height; y++) {
            int start = y * width;
            Arrays.fill(line, 0, reach, source[start]);
            System.arraycopy(source, start, line, reach, width);
            Arrays.fill(line, reach + width, 2 * reach + width, source[start + width - 1]);
            alongLine(kernel, rows[y]);
        }
        for (int y = 0; y < height; y++) {
            weigh(kernel[0], rows[y], sums);
            for (int t = 1; t <= reach; t += TAPS) {
                add(kernel[t], row(y - t), row(y + t), kernel[t + 1], row(y - t - 1), row(y + t + 1), sums);
                add(kernel[t + 2], row(y - t - 2), row(y + t + 2), kernel[t + 3], row(y - t - 3), row(y + t + 3), sums);
            }
            System.arraycopy(sums, 0, target, y * width, width);
        }
    }

    private void alongLine(float[] kernel, float[] target) {
        int reach = kernel.length - 1;
        weigh(kernel[0], moved(0, reach), target);
        for (int t = 1; t <= reach; t += TAPS) {
            for (int k = 0; k < TAPS; k++) {
                moved(2 * k, reach - t - k);
                moved(2 * k + 1, reach + t + k);
            }
            add(kernel[t], moved[0], moved[1], kernel[t + 1], moved[2], moved[3], target);
            add(kernel[t + 2], moved[4], moved[5], kernel[t + 3], moved[6], moved[7], target);
        }
    }

    private float[] moved(int number, int from) {
        System.arraycopy(line, from, moved[number], 0, width);
        return moved[number];
    }

    private float[] row(int y) {
        return rows[Math.clamp(y, 0, height - 1)];
    }

    private static void weigh(float weight, float[] from, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = weight * from[x];
        }
    }

    private static void add(float w0, float[] a, float[] b, float w1, float[] c, float[] d, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += w0 * (a[x] + b[x]) + w1 * (c[x] + d[x]);
        }
    }
}
