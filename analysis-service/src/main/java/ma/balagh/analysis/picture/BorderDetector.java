package ma.balagh.analysis.picture;

/** Detects rows and columns at a picture's edges that had one constant grey in every frame seen. */
final class BorderDetector {

    /** Greys from a border's own: compression adds some. */
    private static final int PLAIN = 8;

    /** A border that stands alone must be black: a sky or a table is as plain. */
    private static final int BLACK = 24;

    /** Borders thinner than this part of the picture are what cameras and coders leave. */
    private static final double THIN = 0.03;

    /** The grey of each row and column; negative where it had others beside it. */
    private int[] rows = new int[0];

    private int[] columns = new int[0];

    void look(byte[] luma, int width, int height) {
        if (rows.length != height || columns.length != width) {
            rows = new int[height];
            columns = new int[width];
            for (int y = 0; y < height; y++) {
                rows[y] = luma[y * width] & 0xFF;
            }
            for (int x = 0; x < width; x++) {
                columns[x] = luma[x] & 0xFF;
            }
        }
        for (int y = 0; y < height; y++) {
            rows[y] = isPlain(luma, y * width, width, 1, rows[y]) ? rows[y] : -1;
        }
        for (int x = 0; x < width; x++) {
            columns[x] = isPlain(luma, x, height, width, columns[x]) ? columns[x] : -1;
        }
    }

    private static boolean isPlain(byte[] luma, int from, int count, int step, int grey) {
        if (grey < 0) {
            return false;
        }
        for (int k = 0; k < count; k++) {
            if (Math.abs((luma[from + k * step] & 0xFF) - grey) > PLAIN) {
                return false;
            }
        }
        return true;
    }

    /**
     * Parts of the height or width that the borders take, each 0 to 1.
     *
     * @param top 0 where there is no border
     */
    record Frame(double top, double bottom, double left, double right) {

        /** A picture that is nothing but border is a plain picture. */
        boolean isThere() {
            return (top > 0 || bottom > 0 || left > 0 || right > 0) && top < 1 && left < 1;
        }
    }

    Frame frame() {
        double[] vertical = pair(rows);
        double[] horizontal = pair(columns);
        return new Frame(vertical[0], vertical[1], horizontal[0], horizontal[1]);
    }

    private static double[] pair(int[] greys) {
        if (greys.length == 0) {
            return new double[2];
        }
        int first = run(greys, 0, 1);
        int last = run(greys, greys.length - 1, -1);
        boolean thickFirst = first > THIN * greys.length;
        boolean thickLast = last > THIN * greys.length;
        boolean both = thickFirst && thickLast && Math.abs(greys[0] - greys[greys.length - 1]) <= PLAIN;
        return new double[] {
            thickFirst && (both || greys[0] <= BLACK) ? (double) first / greys.length : 0,
            thickLast && (both || greys[greys.length - 1] <= BLACK) ? (double) last / greys.length : 0
        };
    }

    /** Lines from an edge that have the edge's grey. */
    private static int run(int[] greys, int from, int step) {
        int count = 0;
        for (int k = from; k >= 0 && k < greys.length && isLike(greys[k], greys[from]); k += step) {
            count++;
        }
        return count;
    }

    private static boolean isLike(int grey, int edge) {
        return grey >= 0 && Math.abs(grey - edge) <= PLAIN;
    }
}
