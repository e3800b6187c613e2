package ma.balagh.analysis.feature;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import ma.balagh.analysis.fingerprint.MedianSelector;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * 256 bits that say how brightness changes around a point: SIFT's 4×4 cells of 8 directions (Lowe 2004), each compared
 * with the median and the upper quartile of all 128 (W. Zhou et al., "Scalar quantization for large scale image
 * search", 2012). Bit {@code (4·row + column)·8 + direction} is above the median, 128 further on above the quartile; so
 * the distance of two is a number of bits, as it is with PDQ.
 */
final class FeatureDescriptor {

    static final int CELLS = 4;
    static final int DIRECTIONS = 8;
    static final int VALUES = CELLS * CELLS * DIRECTIONS;

    /** Values of the histogram for each of its rows of cells. */
    private static final int ROW = (CELLS + 2) * DIRECTIONS;
    /** Samples of a side. */
    private static final int SIDE = 16;
    /** Distance of samples in standard deviations: a cell of four of them spans three. */
    private static final float SPACING = 0.75f;

    /** Where in the histogram the upper left of the four cells is that each sample belongs to. */
    private final int[] corners = new int[SIDE * SIDE];
    /** How much each sample gives to these cells: upper left and right, lower left and right. */
    private final float[] shares = new float[SIDE * SIDE * 4];
    /** A frame of one cell around takes what interpolation spills over. */
    private final float[] histogram = new float[ROW * (CELLS + 2)];

    private final int[] columns = new int[SIDE];
    private final int[] ordered = new int[VALUES];

    FeatureDescriptor() {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                share(row, column);
            }
        }
    }

    private void share(int row, int column) {
        float dy = row - (SIDE - 1) / 2f;
        float dx = column - (SIDE - 1) / 2f;
        float weight = (float) Math.exp(-(dx * dx + dy * dy) / (2f * 8 * 8));
        float cellY = (row + 0.5f) / CELLS + 0.5f;
        float cellX = (column + 0.5f) / CELLS + 0.5f;
        float fy = cellY - (int) cellY;
        float fx = cellX - (int) cellX;
        int sample = row * SIDE + column;
        corners[sample] = (int) cellY * ROW + (int) cellX * DIRECTIONS;
        shares[4 * sample] = weight * (1 - fy) * (1 - fx);
        shares[4 * sample + 1] = weight * (1 - fy) * fx;
        shares[4 * sample + 2] = weight * fy * (1 - fx);
        shares[4 * sample + 3] = weight * fy * fx;
    }

    void describe(GreyPlane plane, float x, float y, float sigma, long[] words, int offset) {
        Arrays.fill(histogram, 0);
        float step = SPACING * sigma;
        float[] v = plane.values;
        int width = plane.width;
        for (int column = 0; column < SIDE; column++) {
            columns[column] = sample(x, column, step, width);
        }
        for (int row = 0; row < SIDE; row++) {
            int start = sample(y, row, step, plane.height) * width;
            for (int column = 0; column < SIDE; column++) {
                int k = start + columns[column];
                add(row * SIDE + column, v[k + 1] - v[k - 1], v[k + width] - v[k - width]);
            }
        }
        binarise(words, offset);
    }

    private static int sample(float middle, int number, float step, int length) {
        return Math.clamp(Math.round(middle + (number - (SIDE - 1) / 2f) * step), 1, length - 2);
    }

    private void add(int sample, float gx, float gy) {
        float strength = (float) Math.sqrt(gx * gx + gy * gy);
        float direction = direction(gx, gy);
        int first = (int) direction;
        float after = strength * (direction - first);
        float before = strength - after;
        int corner = corners[sample];
        int d0 = corner + (first & (DIRECTIONS - 1));
        int d1 = corner + ((first + 1) & (DIRECTIONS - 1));
        for (int k = 0; k < 4; k++) {
            float share = shares[4 * sample + k];
            int cell = (k >> 1) * ROW + (k & 1) * DIRECTIONS;
            histogram[d0 + cell] += share * before;
            histogram[d1 + cell] += share * after;
        }
    }

    /**
     * The gradient's direction, 0 to 8 for a full turn; right to 0.3 degrees. Signs are turned into numbers: which of the
     * eighths it is cannot be foretold, and a wrong guess is dear.
     */
    private static float direction(float gx, float gy) {
        float ax = Math.abs(gx);
        float ay = Math.abs(gy);
        float ratio = Math.min(ax, ay) / (Math.max(ax, ay) + Float.MIN_NORMAL);
        // The arctangent on [0, 1] in eighths of a turn (Rajan et al., 2006).
        float eighths = ratio * (1 + 0.3476f * (1 - ratio));
        float quadrant = mirrored(eighths, 2, ax - ay);
        float half = mirrored(quadrant, 4, gx);
        return mirrored(half, 8, gy);
    }

    /** The angle itself, or the rest to {@code whole} where the sign is negative. */
    private static float mirrored(float angle, int whole, float sign) {
        int negative = Float.floatToRawIntBits(sign) >>> 31;
        return negative * whole + (1 - 2 * negative) * angle;
    }

    private void binarise(long[] words, int offset) {
        for (int k = 0; k < VALUES; k++) {
            // of numbers that are not negative the bits stand in the order of the numbers
            int cell = k / DIRECTIONS;
            float value = histogram[(cell / CELLS + 1) * ROW + (cell % CELLS + 1) * DIRECTIONS + k % DIRECTIONS];
            ordered[k] = Float.floatToRawIntBits(value);
        }
        int median = MedianSelector.exceededBy(VALUES / 2 - 1, ordered);
        int quartile = MedianSelector.exceededBy(VALUES / 4 - 1, ordered);
        Arrays.fill(words, offset, offset + LocalFeatures.WORDS, 0);
        for (int k = 0; k < VALUES; k++) {
            words[offset + (k >>> 6)] |= (long) MedianSelector.isGreater(ordered[k], median) << k;
            words[offset + 2 + (k >>> 6)] |= (long) MedianSelector.isGreater(ordered[k], quartile) << k;
        }
    }

    private static final Map<Transformation, int[]> SOURCES = new EnumMap<>(Transformation.class);

    static {
        for (Transformation transformation : Transformation.ALL) {
            var sources = new int[VALUES];
            for (int cell = 0; cell < CELLS * CELLS; cell++) {
                for (int direction = 0; direction < DIRECTIONS; direction++) {
                    int target = cell * DIRECTIONS + turned(direction, transformation);
                    sources[target] = transformation.sourceOf(cell, CELLS) * DIRECTIONS + direction;
                }
            }
            SOURCES.put(transformation, sources);
        }
    }

    /** Which value of the original becomes each value of the transformed picture's descriptor. */
    static int[] sources(Transformation transformation) {
        return Objects.requireNonNull(SOURCES.get(transformation));
    }

    /** Where a gradient of that direction points to in the transformed picture. */
    private static int turned(int direction, Transformation transformation) {
        int turned = transformation.isTransposed() ? 2 - direction : direction;
        turned = transformation.isColumnsMirrored() ? 4 - turned : turned;
        turned = transformation.isRowsMirrored() ? -turned : turned;
        return turned & (DIRECTIONS - 1);
    }

    /** A word whose gradients all point the other way: of each eight directions, four change places with the others. */
    static long turnedBack(long word) {
        return (word & 0x0F0F_0F0F_0F0F_0F0FL) << DIRECTIONS / 2 | word >>> DIRECTIONS / 2 & 0x0F0F_0F0F_0F0F_0F0FL;
    }

    static void transform(long[] words, long[] transformed, int offset, int[] sources) {
        for (int target = 0; target < VALUES; target++) {
            int source = sources[target];
            int to = offset + (target >>> 6);
            int from = offset + (source >>> 6);
            transformed[to] |= (words[from] >>> source & 1) << target;
            transformed[to + 2] |= (words[from + 2] >>> source & 1) << target;
        }
    }
}
