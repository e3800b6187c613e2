package ma.balagh.analysis.picture;

import java.util.Arrays;

/**
 * Statistics of one grey frame and of its difference from the one before, taken in one pass over its pixels. The same
 * object takes frame after frame.
 */
final class FrameStatistics {

    /** A frame is seen as so many rows of so many cells. */
    static final int CELLS = 16;

    /** Grey levels are counted in so many classes. */
    static final int LEVELS = 32;

    /** Mean difference of a cell's greys from which it counts as moved: above what compression adds to a still scene. */
    private static final double MOVED = 4;

    /** Greys and edges are counted in every such row: they tell the same of half of the picture. */
    private static final int EVERY = 2;

    /** Variance of the greys of a plain surface, as coding leaves it. */
    private static final double NOISE = 25;

    private final int[] histogram = new int[LEVELS];
    private final int[] sums = new int[CELLS * CELLS];
    private final int[] differences = new int[CELLS * CELLS];
    private final int[] pixels = new int[CELLS * CELLS];
    private final int[] columns = new int[CELLS + 1];
    private byte[] before = new byte[0];
    private int width;
    private int height;
    private int counted;
    private boolean first = true;
    private double difference;
    private double sharpness;

    /** @return false for a frame that is too small to say anything about */
    boolean take(byte[] luma, int newWidth, int newHeight) {
        if (newWidth < 2 * CELLS || newHeight < 2 * CELLS || luma.length < (long) newWidth * newHeight) {
            return false;
        }
        first = newWidth != width || newHeight != height;
        if (first) {
            size(newWidth, newHeight);
        }
        Arrays.fill(histogram, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(differences, 0);
        long edges = 0;
        for (int y = 0; y < height; y++) {
            cells(luma, y * width, y * CELLS / height * CELLS);
            if (y % EVERY == 1 && y < height - 1) {
                count(luma, y * width);
                edges += edges(luma, y * width);
            }
        }
        summarise(edges);
        System.arraycopy(luma, 0, before, 0, before.length);
        return true;
    }

    private void size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        counted = 0;
        before = new byte[width * height];
        Arrays.fill(pixels, 0);
        for (int column = 0; column <= CELLS; column++) {
            columns[column] = (column * width + CELLS - 1) / CELLS;
        }
        for (int y = 0; y < height; y++) {
            for (int column = 0; column < CELLS; column++) {
                pixels[y * CELLS / height * CELLS + column] += columns[column + 1] - columns[column];
            }
            counted += y % EVERY == 1 && y < height - 1 ? width : 0;
        }
    }

    private void cells(byte[] luma, int start, int firstCell) {
        for (int column = 0; column < CELLS; column++) {
            int sum = 0;
            int difference = 0;
            for (int k = start + columns[column]; k < start + columns[column + 1]; k++) {
                int grey = luma[k] & 0xFF;
                sum += grey;
                difference += Math.abs(grey - (before[k] & 0xFF));
            }
            sums[firstCell + column] += sum;
            differences[firstCell + column] += difference;
        }
    }

    private void count(byte[] luma, int start) {
        for (int k = start; k < start + width; k++) {
            histogram[(luma[k] & 0xFF) >> 3]++;
        }
    }

    /** The sum of the squared Laplacian (four neighbours) of a row. */
    private long edges(byte[] luma, int start) {
        long edges = 0;
        for (int k = start + 1; k < start + width - 1; k++) {
            int laplacian = 4 * (luma[k] & 0xFF)
                    - (luma[k - 1] & 0xFF)
                    - (luma[k + 1] & 0xFF)
                    - (luma[k - width] & 0xFF)
                    - (luma[k + width] & 0xFF);
            edges += (long) laplacian * laplacian;
        }
        return edges;
    }

    private void summarise(long edges) {
        double total = 0;
        double squares = 0;
        for (int level = 0; level < LEVELS; level++) {
            double grey = level * 8 + 3.5;
            total += grey * histogram[level];
            squares += grey * grey * histogram[level];
        }
        double mean = total / counted;
        sharpness = (double) edges / counted / (squares / counted - mean * mean + NOISE);
        double changed = 0;
        for (int value : differences) {
            changed += value;
        }
        difference = first ? 0 : changed / ((double) width * height);
    }

    /** Mean absolute difference from the frame before, in greys of 0 to 255; 0 for the first. */
    double difference() {
        return difference;
    }

    /** Share of the cells that differ from the frame before, 0 to 1; 0 for the first. */
    double moved() {
        int moved = 0;
        for (int cell = 0; cell < pixels.length && !first; cell++) {
            if (differences[cell] > MOVED * pixels[cell]) {
                moved++;
            }
        }
        return (double) moved / pixels.length;
    }

    /**
     * Variance of the Laplacian in parts of the variance of the greys, which takes out contrast and light (after
     * Pech-Pacheco et al. 2000, 'Diatom autofocusing in brightfield microscopy').
     */
    double sharpness() {
        return sharpness;
    }

    /** The grey below which this share of the pixels lies, to the nearest 8. */
    int percentile(double share) {
        long wanted = (long) Math.ceil(share * counted);
        int level = -1;
        long seen = 0;
        while (seen < wanted && level < LEVELS - 1) {
            seen += histogram[++level];
        }
        return level * 8 + 4;
    }

    /** Mean grey of each cell, row by row. */
    void signature(byte[] target, int offset) {
        for (int cell = 0; cell < pixels.length; cell++) {
            target[offset + cell] = (byte) (sums[cell] / pixels[cell]);
        }
    }
}
