package ma.balagh.analysis.feature;

/** A grey picture of floats, and what a scale space needs of it. */
final class GreyPlane {

    final int width;
    final int height;
    final float[] values;

    GreyPlane(int width, int height) {
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
    void halfOf(GreyPlane larger) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = larger.values[2 * y * larger.width + 2 * x];
            }
        }
    }
}
