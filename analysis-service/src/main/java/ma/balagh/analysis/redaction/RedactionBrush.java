package ma.balagh.analysis.redaction;

import java.util.Arrays;

/**
 * Paints over parts of a frame so that nothing of them can be won back. A light blur can be undone, and so can a fine
 * mosaic of something whose shapes are known, such as letters; in a moving picture each frame adds to what is known.
 */
enum RedactionBrush {
    /** A head becomes a mosaic of so few, so rounded cells that only light and the colour of clothes are left. */
    MOSAIC(4, 16),
    /** What may hold letters becomes one plain colour. */
    PLAIN(1, 16);

    private final int cells;
    private final int rounding;

    /**
     * @param cells of the mosaic in each direction
     * @param rounding the step between values that a cell can have
     */
    RedactionBrush(int cells, int rounding) {
        this.cells = cells;
        this.rounding = rounding;
    }

    /**
     * @param yuv420p a plane of luma and two of chroma, of half the width and height, rounded up
     */
    void paint(byte[] yuv420p, int width, int height, NormalizedBox box) {
        int halfWidth = (width + 1) / 2;
        int halfHeight = (height + 1) / 2;
        int luma = width * height;
        int chroma = halfWidth * halfHeight;
        if (yuv420p.length < luma + 2 * chroma) {
            throw new IllegalArgumentException("no frame of " + width + "×" + height);
        }
        // Whole chroma pixels, so that no colour is left at the edges.
        int left = even(Math.floor(box.left() * width), width);
        int top = even(Math.floor(box.top() * height), height);
        int right = even(Math.ceil(box.right() * width) + 1, width);
        int bottom = even(Math.ceil(box.bottom() * height) + 1, height);
        plane(yuv420p, 0, width, left, top, Math.min(right, width), Math.min(bottom, height));
        plane(yuv420p, luma, halfWidth, left / 2, top / 2, right / 2, bottom / 2);
        plane(yuv420p, luma + chroma, halfWidth, left / 2, top / 2, right / 2, bottom / 2);
    }

    private static int even(double pixel, int most) {
        return Math.clamp((int) pixel, 0, most + most % 2) & ~1;
    }

    private void plane(byte[] samples, int start, int width, int left, int top, int right, int bottom) {
        for (int row = 0; row < cells; row++) {
            int from = top + (bottom - top) * row / cells;
            int to = top + (bottom - top) * (row + 1) / cells;
            for (int column = 0; column < cells; column++) {
                cell(
                        samples,
                        start + from * width,
                        start + to * width,
                        width,
                        left + (right - left) * column / cells,
                        left + (right - left) * (column + 1) / cells);
            }
        }
    }

    private void cell(byte[] samples, int from, int to, int width, int left, int right) {
        long sum = 0;
        for (int row = from; row < to; row += width) {
            for (int k = row + left; k < row + right; k++) {
                sum += samples[k] & 0xFF;
            }
        }
        long pixels = (long) (to - from) / width * (right - left);
        if (pixels <= 0) {
            return;
        }
        // To the nearest, so that 128, which is no colour, stays it.
        byte value = (byte) Math.min(255, (sum / pixels + rounding / 2) / rounding * rounding);
        for (int row = from; row < to; row += width) {
            Arrays.fill(samples, row + left, row + right, value);
        }
    }
}
