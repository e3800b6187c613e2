package ma.balagh.analysis.face;

/**
 * A picture as the network wants it, in another size.
 *
 * @param luma of the original, rows of unsigned bytes
 * @param longer the longer side of the picture in its new size
 * @param mirrored whether left and right change places
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record GreyPicture(byte[] luma, int width, int height, int longer, boolean mirrored) {

    /** A part of the picture in its new size, in pixels. */
    record Window(int x, int y, int width, int height) {}

    int newWidth() {
        return Math.max(1, Math.round((float) width * longer / Math.max(width, height)));
    }

    int newHeight() {
        return Math.max(1, Math.round((float) height * longer / Math.max(width, height)));
    }

    Window whole() {
        return new Window(0, 0, newWidth(), newHeight());
    }

    /** One of four parts that share so many pixels with their neighbours. */
    Window quarter(int number, int shared) {
        int wide = Math.min(newWidth(), (newWidth() + shared + 1) / 2);
        int high = Math.min(newHeight(), (newHeight() + shared + 1) / 2);
        return new Window(number % 2 * (newWidth() - wide), number / 2 % 2 * (newHeight() - high), wide, high);
    }

    /** The pixels, -1 (black) to 1 (white); middle grey is added on the right and below to make whole steps. */
    FeaturePlanes planes(Window window) {
        int wide = (window.width() + FaceDetectionNetwork.STEP - 1)
                / FaceDetectionNetwork.STEP
                * FaceDetectionNetwork.STEP;
        int high = (window.height() + FaceDetectionNetwork.STEP - 1)
                / FaceDetectionNetwork.STEP
                * FaceDetectionNetwork.STEP;
        FeaturePlanes planes = FeaturePlanes.empty(1, wide, high);
        boolean shrinks = longer <= Math.max(width, height);
        for (int y = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++) {
                int across = mirrored ? newWidth() - 1 - window.x() - x : window.x() + x;
                float grey = shrinks ? mean(across, window.y() + y) : between(across, window.y() + y);
                planes.channels()[0][y * wide + x] = grey / 127.5f - 1;
            }
        }
        return planes;
    }

    private float mean(int x, int y) {
        int left = x * width / newWidth();
        int right = Math.max(left + 1, (x + 1) * width / newWidth());
        int top = y * height / newHeight();
        int bottom = Math.max(top + 1, (y + 1) * height / newHeight());
        int sum = 0;
        for (int row = top * width; row < bottom * width; row += width) {
            for (int k = row + left; k < row + right; k++) {
                sum += luma[k] & 0xFF;
            }
        }
        return (float) sum / ((bottom - top) * (right - left));
    }

    private float between(int x, int y) {
        float fromX = Math.clamp((x + 0.5f) * width / newWidth() - 0.5f, 0, width - 1);
        float fromY = Math.clamp((y + 0.5f) * height / newHeight() - 0.5f, 0, height - 1);
        int left = (int) fromX;
        int top = (int) fromY * width;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + width, (height - 1) * width);
        float above = mixed(luma[top + left] & 0xFF, luma[top + right] & 0xFF, fromX - left);
        float below = mixed(luma[bottom + left] & 0xFF, luma[bottom + right] & 0xFF, fromX - left);
        return mixed(above, below, fromY - (int) fromY);
    }

    private static float mixed(float one, float other, float share) {
        return one + (other - one) * share;
    }
}
