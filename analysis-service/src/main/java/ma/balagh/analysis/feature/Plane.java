package ma.balagh.analysis.feature;

import java.util.Arrays;

/** A grey picture of floats, and what a scale space needs of it. */
final class Plane {

    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    void copyOf(byte[] luma) {
        for (int k = 0; k < values.length; k++) {
            values[k] = Byte.toUnsignedInt(luma[k]);
        }
    }

    /** Every second sample of every second row. */
    void halfOf(Plane larger) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = larger.values[2 * y * larger.width + 2 * x];
            }
        }
    }

    void differenceOf(Plane sharp, Plane blurred) {
        float[] a = sharp.values;
        float[] b = blurred.values;
        for (int k = 0; k < values.length; k++) {
            values[k] = b[k] - a[k];
        }
    }

    /**
     * Gaussian blur, rows then columns; beyond an edge the edge goes on.
     *
     * @param kernel its middle and one side
     * @param buffer of the same size
     * @param line of at least {@code width + 2·kernel.length} floats
     */
    void blurOf(Plane source, float[] kernel, Plane buffer, float[] line) {
        int reach = kernel.length - 1;
        // Not floats, as the samples are: the compiler sees that they lie elsewhere, and adds several at once.
        var sums = new double[width];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            Arrays.fill(line, 0, reach, source.values[row]);
            System.arraycopy(source.values, row, line, reach, width);
            Arrays.fill(line, reach + width, 2 * reach + width, source.values[row + width - 1]);
            weigh(kernel[0], line, reach, sums);
            for (int t = 1; t <= reach; t++) {
                add(kernel[t], line, reach - t, reach + t, sums);
            }
            buffer.take(sums, row);
        }
        for (int y = 0; y < height; y++) {
            weigh(kernel[0], buffer.values, y * width, sums);
            for (int t = 1; t <= reach; t++) {
                add(kernel[t], buffer.values, Math.max(0, y - t) * width, Math.min(height - 1, y + t) * width, sums);
            }
            take(sums, y * width);
        }
    }

    private static void weigh(float weight, float[] from, int offset, double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = weight * from[offset + x];
        }
    }

    private static void add(float weight, float[] from, int left, int right, double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * (from[left + x] + from[right + x]);
        }
    }

    private void take(double[] sums, int row) {
        for (int x = 0; x < sums.length; x++) {
            values[row + x] = (float) sums[x];
        }
    }

    /** The kernel of that standard deviation, cut off at 2.5 of it, in sum 1. */
    static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        var kernel = new float[reach + 1];
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
}
