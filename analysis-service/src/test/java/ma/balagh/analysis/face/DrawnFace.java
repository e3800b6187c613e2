package ma.balagh.analysis.face;

/** Draws a head with shoulders, grey and of nobody, that the finder takes for one. */
public final class DrawnFace {

    private DrawnFace() {}

    /** A picture of soft light and shade. */
    public static byte[] background(int width, int height) {
        byte[] luma = new byte[width * height];
        for (int k = 0; k < luma.length; k++) {
            luma[k] = (byte) (120 + 20 * Math.sin(k % width / 60.0) + 15 * Math.cos((double) k / width / 40));
        }
        return luma;
    }

    /**
     * Draws it into a picture.
     *
     * @param x of the middle of the face
     * @param y of the middle of the face
     * @param size from ear to ear, in pixels
     */
    public static void draw(byte[] luma, int width, double x, double y, double size) {
        Canvas canvas = new Canvas(luma, width, x, y, size / 100);
        canvas.ellipse(0, -12, 62, 78, 40, 6);
        canvas.ellipse(0, 75, 26, 50, 150, 6);
        canvas.ellipse(0, 185, 120, 90, 70, 6);
        canvas.ellipse(0, 0, 50, 66, 190, 10);
        canvas.ellipse(-26, 8, 18, 22, 170, 16);
        canvas.ellipse(30, 8, 16, 40, 160, 16);
        for (int side = -1; side <= 1; side += 2) {
            canvas.ellipse(side * 21, -24, 14, 4, 70, 3);
            canvas.ellipse(side * 21, -11, 13, 8, 130, 6);
            canvas.ellipse(side * 21, -10, 9, 4.5, 230, 2);
            canvas.ellipse(side * 21, -10, 4.5, 4.5, 30, 2);
            canvas.ellipse(side * 6, 20, 3.5, 2.5, 90, 2);
        }
        canvas.ellipse(0, 10, 5, 18, 215, 5);
        canvas.ellipse(0, 37, 17, 5, 100, 3);
        canvas.ellipse(0, 36, 14, 1.3, 50, 1);
        canvas.ellipse(0, 48, 12, 4, 160, 4);
    }

    private record Canvas(byte[] luma, int width, double x, double y, double unit) {

        /** An ellipse of one grey whose edge is as soft as so many units. */
        void ellipse(double right, double down, double halfWidth, double halfHeight, int grey, double soft) {
            int left = (int) Math.max(0, x + (right - halfWidth) * unit);
            int end = (int) Math.min(width, x + (right + halfWidth) * unit + 1);
            int top = (int) Math.max(0, y + (down - halfHeight) * unit);
            int bottom = (int) Math.min((double) luma.length / width, y + (down + halfHeight) * unit + 1);
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < end; column++) {
                    double across = (column - x - right * unit) / (halfWidth * unit);
                    double along = (row - y - down * unit) / (halfHeight * unit);
                    double inside = (1 - Math.hypot(across, along)) * Math.min(halfWidth, halfHeight) / soft;
                    double share = Math.clamp(inside, 0, 1);
                    int k = row * width + column;
                    luma[k] = (byte) ((luma[k] & 0xFF) * (1 - share) + grey * share);
                }
            }
        }
    }
}
