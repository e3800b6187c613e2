package ma.balagh.analysis.face;

/** Makes planes twice as wide and high. */
final class Enlarging {

    private Enlarging() {}

    /** Bilinear, with pixels' centres half a pixel from the edges: each new pixel is 3/4 of one and 1/4 of its neighbour. */
    static void between(Planes in, Planes out) {
        float[] row = new float[in.width()];
        for (int channel = 0; channel < in.channels(); channel++) {
            for (int y = 0; y < out.height(); y++) {
                int near = channel * in.size() + y / 2 * in.width();
                int beside = Math.clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, in.height() - 1);
                int far = channel * in.size() + beside * in.width();
                for (int x = 0; x < row.length; x++) {
                    row[x] = 0.75f * in.values()[near + x] + 0.25f * in.values()[far + x];
                }
                widen(row, out.values(), channel * out.size() + y * out.width());
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
    static void spread(Planes in, Planes out) {
        for (int channel = 0; channel < out.channels(); channel++) {
            for (int y = 0; y < out.height(); y++) {
                for (int x = 0; x < out.width(); x++) {
                    int quarter = y % 2 * 2 + x % 2;
                    out.values()[channel * out.size() + y * out.width() + x] =
                            in.at(quarter * out.channels() + channel, y / 2 * in.width() + x / 2);
                }
            }
        }
    }
}
