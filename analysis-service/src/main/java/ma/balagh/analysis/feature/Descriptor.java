package ma.balagh.analysis.feature;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import ma.balagh.analysis.fingerprint.Selection;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * 256 bits that say how brightness changes around a point: SIFT's 4×4 cells of 8 directions (Lowe 2004), each compared
 * with the median and the upper quartile of all 128 (W. Zhou et al., "Scalar quantization for large scale image
 * search", 2012). Bit {@code (4·row + column)·8 + direction} is above the median, 128 further on above the quartile; so
 * the distance of two is a number of bits, as it is with PDQ.
 */
final class Descriptor {

    static final int CELLS = 4;
    static final int DIRECTIONS = 8;
    static final int VALUES = CELLS * CELLS * DIRECTIONS;

    /** Samples of a side. */
    private static final int SIDE = 16;
    /** Distance of samples in standard deviations: a cell of four of them spans three. */
    private static final float SPACING = 0.75f;

    private final float[] window = new float[SIDE * SIDE];
    /** A frame of one cell around takes what interpolation spills over. */
    private final float[] histogram = new float[(CELLS + 2) * (CELLS + 2) * DIRECTIONS];

    private final float[] values = new float[VALUES];
    private final double[] ordered = new double[VALUES];

    Descriptor() {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                float dy = row - (SIDE - 1) / 2f;
                float dx = column - (SIDE - 1) / 2f;
                window[row * SIDE + column] = (float) Math.exp(-(dx * dx + dy * dy) / (2f * 8 * 8));
            }
        }
    }

    void describe(Plane plane, float x, float y, float sigma, long[] words, int offset) {
        Arrays.fill(histogram, 0);
        float step = SPACING * sigma;
        float[] v = plane.values;
        int width = plane.width;
        for (int row = 0; row < SIDE; row++) {
            int py = Math.clamp(Math.round(y + (row - (SIDE - 1) / 2f) * step), 1, plane.height - 2);
            for (int column = 0; column < SIDE; column++) {
                int px = Math.clamp(Math.round(x + (column - (SIDE - 1) / 2f) * step), 1, width - 2);
                int k = py * width + px;
                float gx = v[k + 1] - v[k - 1];
                float gy = v[k + width] - v[k - width];
                float strength = (float) Math.sqrt(gx * gx + gy * gy);
                if (strength > 0) {
                    add(row, column, direction(gx, gy), strength * window[row * SIDE + column]);
                }
            }
        }
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            int from = ((cell / CELLS + 1) * (CELLS + 2) + cell % CELLS + 1) * DIRECTIONS;
            System.arraycopy(histogram, from, values, cell * DIRECTIONS, DIRECTIONS);
        }
        binarise(words, offset);
    }

    private void add(int row, int column, float direction, float strength) {
        float cellY = (row + 0.5f) / CELLS + 0.5f;
        float cellX = (column + 0.5f) / CELLS + 0.5f;
        int top = (int) cellY;
        int left = (int) cellX;
        int first = (int) direction;
        float fy = cellY - top;
        float fx = cellX - left;
        float fd = direction - first;
        int d0 = first & (DIRECTIONS - 1);
        int d1 = (first + 1) & (DIRECTIONS - 1);
        for (int i = 0; i < 2; i++) {
            float wy = strength * (i == 0 ? 1 - fy : fy);
            for (int j = 0; j < 2; j++) {
                float w = wy * (j == 0 ? 1 - fx : fx);
                int cell = ((top + i) * (CELLS + 2) + left + j) * DIRECTIONS;
                histogram[cell + d0] += w * (1 - fd);
                histogram[cell + d1] += w * fd;
            }
        }
    }

    /** The gradient's direction, 0 to 8 for a full turn; right to 0.3 degrees. */
    private static float direction(float gx, float gy) {
        float ax = Math.abs(gx);
        float ay = Math.abs(gy);
        float ratio = Math.min(ax, ay) / Math.max(ax, ay);
        // The arctangent on [0, 1] in eighths of a turn (Rajan et al., 2006).
        float eighths = ratio * (1 + 0.3476f * (1 - ratio));
        float quadrant = ay > ax ? 2 - eighths : eighths;
        float half = gx < 0 ? 4 - quadrant : quadrant;
        return gy < 0 ? 8 - half : half;
    }

    private void binarise(long[] words, int offset) {
        for (int k = 0; k < VALUES; k++) {
            ordered[k] = values[k];
        }
        double median = Selection.select(ordered, 0, VALUES / 2);
        double quartile = Selection.select(ordered, VALUES / 2, VALUES * 3 / 4);
        Arrays.fill(words, offset, offset + Features.WORDS, 0);
        for (int k = 0; k < VALUES; k++) {
            if (values[k] > median) {
                words[offset + (k >>> 6)] |= 1L << (k & 63);
            }
            if (values[k] > quartile) {
                words[offset + 2 + (k >>> 6)] |= 1L << (k & 63);
            }
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
