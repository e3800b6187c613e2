package ma.balagh.analysis.fingerprint;

/**
 * PDQ's way from a picture of any size to 64×64: two passes of a box along rows and columns, which together are a tent
 * (Jarosz), then one sample for each cell. Buffers are kept and grow to the largest picture seen.
 */
final class BoxFilter {

    private static final int PASSES = 2;

    private float[] front = {};
    private float[] back = {};

    /** @param target 64 rows of 64 */
    void decimate(byte[] luma, int width, int height, float[] target) {
        if (Math.max(window(width), window(height)) <= 2) {
            decimateSmall(luma, width, height, target);
            return;
        }
        reserve(luma.length);
        for (int k = 0; k < luma.length; k++) {
            front[k] = Byte.toUnsignedInt(luma[k]);
        }
        for (int pass = 0; pass < PASSES; pass++) {
            for (int row = 0; row < height; row++) {
                box(front, back, row * width, 1, width);
            }
            for (int column = 0; column < width; column++) {
                box(back, front, column, width, height);
            }
        }
        for (int row = 0; row < PdqHasher.INPUT; row++) {
            int y = (int) ((row + 0.5) * height / PdqHasher.INPUT);
            for (int column = 0; column < PdqHasher.INPUT; column++) {
                int x = (int) ((column + 0.5) * width / PdqHasher.INPUT);
                target[row * PdqHasher.INPUT + column] = front[y * width + x];
            }
        }
    }

    /**
     * The same for windows of one or two samples: two of these are a window of three that weighs 1, 2, 1. All sums are
     * exact, so only the samples that are taken need be computed, in any order.
     */
    private static void decimateSmall(byte[] luma, int width, int height, float[] target) {
        int right = window(width) - 1;
        int down = window(height) - 1;
        for (int row = 0; row < PdqHasher.INPUT; row++) {
            int y = (int) ((row + 0.5) * height / PdqHasher.INPUT);
            int top = y * width;
            int middle = Math.min(y + down, height - 1) * width;
            int bottom = Math.min(y + 2 * down, height - 1) * width;
            for (int column = 0; column < PdqHasher.INPUT; column++) {
                int x = (int) ((column + 0.5) * width / PdqHasher.INPUT);
                int x1 = Math.min(x + right, width - 1);
                int x2 = Math.min(x + 2 * right, width - 1);
                int sum = three(luma, top + x, top + x1, top + x2)
                        + 2 * three(luma, middle + x, middle + x1, middle + x2)
                        + three(luma, bottom + x, bottom + x1, bottom + x2);
                target[row * PdqHasher.INPUT + column] = sum / 16f;
            }
        }
    }

    private static int three(byte[] luma, int first, int second, int third) {
        return (luma[first] & 0xFF) + 2 * (luma[second] & 0xFF) + (luma[third] & 0xFF);
    }

    private static int window(int length) {
        return (length + 2 * PdqHasher.INPUT - 1) / (2 * PdqHasher.INPUT);
    }

    /**
     * One line's running mean over ceil(length / 128) samples; the window shrinks at the edges. An even window reaches
     * one further ahead than back, as in the reference.
     */
    private static void box(float[] from, float[] to, int offset, int step, int length) {
        int window = window(length);
        int ahead = window / 2;
        int behind = window - 1 - ahead;
        float sum = 0;
        int count = 0;
        for (int k = 0; k < Math.min(ahead, length); k++) {
            sum += from[offset + k * step];
            count++;
        }
        for (int k = 0; k < length; k++) {
            if (k + ahead < length) {
                sum += from[offset + (k + ahead) * step];
                count++;
            }
            if (k - behind > 0) {
                sum -= from[offset + (k - behind - 1) * step];
                count--;
            }
            to[offset + k * step] = sum / count;
        }
    }

    private void reserve(int size) {
        if (front.length < size) {
            front = new float[size];
            back = new float[size];
        }
    }
}
