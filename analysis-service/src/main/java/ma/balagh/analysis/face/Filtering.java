package ma.balagh.analysis.face;

/**
 * 3×3 filters over one channel. The channel is copied once with a border of zeros, its even and odd columns apart where
 * every second pixel is wanted, so that the innermost loops go over rows without a condition.
 */
final class Filtering {

    private final int width;
    private final int height;
    private final int stride;
    private final float[] padded;
    private final float[] even;
    private final float[] odd;

    Filtering(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = width + 2;
        this.padded = new float[stride * (height + 2)];
        this.even = new float[padded.length / 2 + 1];
        this.odd = new float[padded.length / 2 + 1];
    }

    void load(Planes planes, int channel) {
        for (int y = 0; y < height; y++) {
            System.arraycopy(planes.values(), channel * planes.size() + y * width, padded, (y + 1) * stride + 1, width);
        }
        for (int k = 0; k + 1 < padded.length; k += 2) {
            even[k / 2] = padded[k];
            odd[k / 2] = padded[k + 1];
        }
    }

    void whole(float[] w, float bias, Planes out, int channel) {
        for (int y = 0; y < height; y++) {
            row(w, bias, y * stride, out.values(), channel * out.size() + y * width);
        }
    }

    private void row(float[] w, float bias, int a, float[] out, int to) {
        float[] in = padded;
        int b = a + stride;
        int c = b + stride;
        float w0 = w[0];
        float w1 = w[1];
        float w2 = w[2];
        float w3 = w[3];
        float w4 = w[4];
        float w5 = w[5];
        float w6 = w[6];
        float w7 = w[7];
        float w8 = w[8];
        for (int x = 0; x < width; x++) {
            out[to + x] = bias
                    + (w0 * in[a + x] + w1 * in[a + x + 1] + w2 * in[a + x + 2])
                    + (w3 * in[b + x] + w4 * in[b + x + 1] + w5 * in[b + x + 2])
                    + (w6 * in[c + x] + w7 * in[c + x + 1] + w8 * in[c + x + 2]);
        }
    }

    /** Every second pixel, from the first. */
    void halved(float[] w, float bias, Planes out, int channel) {
        for (int y = 0; y < height / 2; y++) {
            halvedRow(w, bias, y * stride, out.values(), channel * out.size() + y * (width / 2));
        }
    }

    private void halvedRow(float[] w, float bias, int a, float[] out, int to) {
        float[] e = even;
        float[] o = odd;
        int half = stride / 2;
        int b = a + half;
        int c = b + half;
        float w0 = w[0];
        float w1 = w[1];
        float w2 = w[2];
        float w3 = w[3];
        float w4 = w[4];
        float w5 = w[5];
        float w6 = w[6];
        float w7 = w[7];
        float w8 = w[8];
        for (int x = 0; x < width / 2; x++) {
            out[to + x] = bias
                    + (w0 * e[a + x] + w1 * o[a + x] + w2 * e[a + x + 1])
                    + (w3 * e[b + x] + w4 * o[b + x] + w5 * e[b + x + 1])
                    + (w6 * e[c + x] + w7 * o[c + x] + w8 * e[c + x + 1]);
        }
    }
}
