package ma.balagh.analysis.face;

/** Doubles the width and height of planes. */
final class UpsamplingLayer {

    private UpsamplingLayer() {}

    /** Bilinear, with pixels' centres half a pixel from the edges: each new pixel is 3/4 of one and 1/4 of its neighbour. */
    static void between(FeaturePlanes in, FeaturePlanes out) {
        float[] row = new float[in.width()];
        for (int channel = 0; channel < in.channels().length; channel++) {
            float[] values = in.channels()[channel];
            for (int y = 0; y < out.height(); y++) {
                int near = y / 2 * in.width();
                int far = Math.clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, in.height() - 1) * in.width();
                for (int x = 0; x < row.length; x++) {
                    row[x] = 0.75f * values[near + x] + 0.25f * values[far + x];
                }
                widen(row, out.channels()[channel], y * out.width());
            }
        }
    }

    private static void widen(float[] row, float[] out, int to) {
        for (int x = 0; x < row.length; x++) {
            out[to + 2 * x] = 0.75f * row[x] + 0.25f * row[Math.max(0, x - 1)];
            out[to + 2 * x + 1] = 0.75f * row[x] + 0.25f * row[Math.min(row.length - 1, x + 1)];
        }
    }

    /** The four pixels of a channel stand in four channels: upper left, upper right, lower left, lower right. */
    static void spread(FeaturePlanes in, FeaturePlanes out) {
        int count = out.channels().length;
        for (int channel = 0; channel < count; channel++) {
            for (int place = 0; place < out.size(); place++) {
                int x = place % out.width();
                int y = place / out.width();
                out.channels()[channel][place] =
                        in.at((y % 2 * 2 + x % 2) * count + channel, y / 2 * in.width() + x / 2);
            }
        }
    }
}
