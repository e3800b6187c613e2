package ma.balagh.analysis.redaction;

import java.util.Arrays;

/** A frame, grey and small enough to keep some seconds of them. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SmallFrame(int width, int height, byte[] luma) {

    /** The longer side, in pixels. */
    private static final int LONGER = 480;

    static SmallFrame of(byte[] luma, int width, int height) {
        int longer = Math.max(width, height);
        if (longer <= LONGER) {
            return new SmallFrame(width, height, Arrays.copyOf(luma, width * height));
        }
        int wide = Math.max(1, width * LONGER / longer);
        int high = Math.max(1, height * LONGER / longer);
        byte[] small = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            int top = y * height / high;
            int bottom = Math.max(top + 1, (y + 1) * height / high);
            for (int x = 0; x < wide; x++) {
                int left = x * width / wide;
                int right = Math.max(left + 1, (x + 1) * width / wide);
                small[y * wide + x] = (byte) mean(luma, width, left, right, top, bottom);
            }
        }
        return new SmallFrame(wide, high, small);
    }

    private static int mean(byte[] luma, int width, int left, int right, int top, int bottom) {
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int k = y * width + left; k < y * width + right; k++) {
                sum += luma[k] & 0xFF;
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    /** What is outside looks like the nearest edge. */
    int grey(int x, int y) {
        return luma[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)] & 0xFF;
    }

    /** Whether another scene begins with this frame: cells of the two hardly resemble each other. */
    boolean isCutAfter(SmallFrame before) {
        if (before.width != width || before.height != height) {
            return true;
        }
        int cells = 16;
        double[] here = new double[cells * cells];
        double[] there = new double[cells * cells];
        for (int k = 0; k < luma.length; k++) {
            int cell = k / width * cells / height * cells + k % width * cells / width;
            here[cell] += luma[k] & 0xFF;
            there[cell] += before.luma[k] & 0xFF;
        }
        double area = (double) luma.length / (cells * cells);
        double distance = 0;
        for (int cell = 0; cell < here.length; cell++) {
            distance += Math.abs(here[cell] - there[cell]) / area / here.length;
        }
        return distance > CUT && NormalizedCrossCorrelation.of(here, there) < UNLIKE;
    }

    /** Greys by which the cells of two scenes differ on average. */
    private static final double CUT = 12;

    private static final double UNLIKE = 0.5;
}
