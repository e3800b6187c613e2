package ma.balagh.analysis.face;

/**
 * 3×3 filters over the channels of one size. A channel is copied with a border of zeros, and where every second pixel is
 * wanted into one array for each of the four kinds of pixels. Block by block each of the nine taps is then moved to the same
 * index, where the sum is made: such a loop becomes vector instructions, which more than pays for the copies.
 */
final class DepthwiseConvolutionLayer {

    private static final int TAPS = 9;
    private static final int BLOCK = 1024;

    private final int width;
    private final int height;
    private final int stride;
    private final int step;
    private final float[][] phases;
    private final float[][] taps = new float[TAPS][BLOCK];
    private final float[] sums = new float[BLOCK];

    /**
     * @param width of the channels that are filtered
     * @param step 1 for every pixel, 2 for every second one, from the first
     */
    DepthwiseConvolutionLayer(int width, int height, int step) {
        this.width = width;
        this.height = height;
        this.step = step;
        this.stride = (width + 2) / step;
        // Two rows more than needed: the last block reads beyond the last pixel.
        this.phases = new float[step * step][stride * ((height + 2) / step + 2)];
    }

    void load(float[] channel) {
        for (int y = 0; y < height; y++) {
            int row = (y + 1) / step * stride;
            float[] even = phases[(y + 1) % step * step];
            if (step == 1) {
                System.arraycopy(channel, y * width, even, row + 1, width);
                continue;
            }
            float[] odd = phases[(y + 1) % step * step + 1];
            for (int x = 0; x < width; x += 2) {
                odd[row + x / 2] = channel[y * width + x];
                even[row + x / 2 + 1] = channel[y * width + x + 1];
            }
        }
    }

    void filter(float[] weights, float bias, float[] out) {
        int rows = height / step;
        int wide = width / step;
        int rowsAtOnce = Math.max(1, BLOCK / stride);
        for (int y = 0; y < rows; y += rowsAtOnce) {
            int count = Math.min(rowsAtOnce, rows - y);
            if (stride > BLOCK) {
                throw new IllegalArgumentException("wider than " + BLOCK + ": " + width);
            }
            for (int tap = 0; tap < TAPS; tap++) {
                int down = tap / 3;
                int right = tap % 3;
                float[] phase = phases[down % step * step + right % step];
                System.arraycopy(phase, (y + down / step) * stride + right / step, taps[tap], 0, count * stride);
            }
            sum(taps, weights, bias, sums, count * stride);
            for (int row = 0; row < count; row++) {
                System.arraycopy(sums, row * stride, out, (y + row) * wide, wide);
            }
        }
    }

    private static void sum(float[][] taps, float[] w, float bias, float[] sums, int count) {
        rows(taps[0], taps[1], taps[2], w[0], w[1], w[2], bias, sums, count);
        more(taps[3], taps[4], taps[5], w[3], w[4], w[5], sums, count);
        more(taps[6], taps[7], taps[8], w[6], w[7], w[8], sums, count);
    }

    private static void rows(
            float[] a, float[] b, float[] c, float wa, float wb, float wc, float bias, float[] sums, int count) {
        for (int k = 0; k < count; k++) {
            sums[k] = bias + wa * a[k] + wb * b[k] + wc * c[k];
        }
    }

    private static void more(float[] a, float[] b, float[] c, float wa, float wb, float wc, float[] sums, int count) {
        for (int k = 0; k < count; k++) {
            sums[k] += wa * a[k] + wb * b[k] + wc * c[k];
        }
    }
}
