package ma.balagh.analysis.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds blobs that stand out at their scale, and describes what surrounds them: extrema of the difference of Gaussians
 * (D. Lowe, "Distinctive image features from scale-invariant keypoints", 2004) without a rotation of their own, since a
 * posted copy is turned by quarters or not at all.
 *
 * <p>An instance keeps its buffers and is for one thread.
 */
public final class FeatureExtractor {

    /** Most features of one picture. */
    public static final int LIMIT = 96;

    /** Scales in each octave at which features are looked for; two more frame them. */
    private static final int STEPS = 2;

    private static final double BASE = 1.6;
    /** What a camera and its codec blur at least. */
    private static final double CAMERA = 0.5;

    private static final int SMALLEST = 24;
    private static final int MARGIN = 4;
    /** Differences of Gaussians weaker than this, in grey values, are noise of the codec. */
    private static final float CONTRAST = 2.0f;
    /** Ratio of principal curvatures from which a blob is an edge, which slides along itself. */
    private static final float EDGE = 10;
    /** Cells of a side; each may hold {@link #PER_CELL} features, so that one rich corner does not take all. */
    private static final int CELLS = 4;

    private static final int PER_CELL = LIMIT / 6;

    private record Point(float x, float y, float sigma, int octave, int level, float strength) {}

    private record Octave(Plane[] blurred, Plane[] differences, Plane buffer) {

        static Octave of(int width, int height) {
            var blurred = new Plane[STEPS + 3];
            var differences = new Plane[STEPS + 2];
            for (int k = 0; k < blurred.length; k++) {
                blurred[k] = new Plane(width, height);
            }
            for (int k = 0; k < differences.length; k++) {
                differences[k] = new Plane(width, height);
            }
            return new Octave(blurred, differences, new Plane(width, height));
        }
    }

    private final float[] first = Plane.kernel(Math.sqrt(BASE * BASE - CAMERA * CAMERA));
    private final float[][] kernels = new float[STEPS + 2][];
    private final Descriptor descriptor = new Descriptor();
    private final List<Octave> octaves = new ArrayList<>();
    private float[] line = {};

    public FeatureExtractor() {
        for (int k = 0; k < kernels.length; k++) {
            kernels[k] = Plane.kernel(Math.sqrt(sigma(k + 1) * sigma(k + 1) - sigma(k) * sigma(k)));
        }
    }

    /** Standard deviation of a level, in pixels of its octave. */
    private static double sigma(double level) {
        return BASE * Math.pow(2, level / STEPS);
    }

    /**
     * The features of a picture.
     *
     * @param luma rows of unsigned bytes
     */
    public Features extract(byte[] luma, int width, int height) {
        reserve(width, height);
        List<Point> points = new ArrayList<>();
        for (int o = 0; o < octaves.size(); o++) {
            Octave octave = octaves.get(o);
            Plane[] blurred = octave.blurred();
            if (o == 0) {
                blurred[1].copyOf(luma);
                blurred[0].blurOf(blurred[1], first, octave.buffer(), line);
            } else {
                blurred[0].halfOf(octaves.get(o - 1).blurred()[STEPS]);
            }
            for (int k = 1; k < blurred.length; k++) {
                blurred[k].blurOf(blurred[k - 1], kernels[k - 1], octave.buffer(), line);
                octave.differences()[k - 1].differenceOf(blurred[k - 1], blurred[k]);
            }
            for (int level = 1; level <= STEPS; level++) {
                find(octave.differences(), o, level, points);
            }
        }
        return describe(spread(points, width, height), width, height);
    }

    private void reserve(int width, int height) {
        if (!octaves.isEmpty()
                && octaves.getFirst().buffer().width == width
                && octaves.getFirst().buffer().height == height) {
            return;
        }
        octaves.clear();
        int w = width;
        int h = height;
        do {
            octaves.add(Octave.of(w, h));
            w /= 2;
            h /= 2;
        } while (Math.min(w, h) >= SMALLEST);
        line = new float[width + 64];
    }

    private static void find(Plane[] differences, int octave, int level, List<Point> points) {
        Plane plane = differences[level];
        int width = plane.width;
        float[] here = plane.values;
        for (int y = MARGIN; y < plane.height - MARGIN; y++) {
            for (int x = MARGIN; x < width - MARGIN; x++) {
                int k = y * width + x;
                float value = here[k];
                if (Math.abs(value) >= CONTRAST
                        && isExtremum(differences, level, k, width, value)
                        && !isEdge(here, k, width)) {
                    points.add(refined(differences, octave, level, x, y));
                }
            }
        }
    }

    private static boolean isExtremum(Plane[] differences, int level, int k, int width, float value) {
        float sign = Math.signum(value);
        float strength = value * sign;
        // The own layer first: it tells most of them apart.
        return isStrongest(differences[level].values, k, width, sign, strength)
                && isStrongest(differences[level - 1].values, k, width, sign, strength)
                && isStrongest(differences[level + 1].values, k, width, sign, strength);
    }

    private static boolean isStrongest(float[] values, int k, int width, float sign, float strength) {
        return isStrongest(values, k, sign, strength)
                && isStrongest(values, k - width, sign, strength)
                && isStrongest(values, k + width, sign, strength);
    }

    private static boolean isStrongest(float[] values, int k, float sign, float strength) {
        return sign * values[k - 1] <= strength && sign * values[k] <= strength && sign * values[k + 1] <= strength;
    }

    private static boolean isEdge(float[] d, int k, int width) {
        float xx = d[k - 1] + d[k + 1] - 2 * d[k];
        float yy = d[k - width] + d[k + width] - 2 * d[k];
        float xy = (d[k + width + 1] - d[k + width - 1] - d[k - width + 1] + d[k - width - 1]) / 4;
        float trace = xx + yy;
        float determinant = xx * yy - xy * xy;
        return determinant <= 0 || trace * trace * EDGE >= (EDGE + 1) * (EDGE + 1) * determinant;
    }

    /** Between the samples, by the parabola through three of them along each axis. */
    private static Point refined(Plane[] differences, int octave, int level, int x, int y) {
        Plane plane = differences[level];
        float[] d = plane.values;
        int width = plane.width;
        int k = y * width + x;
        float dx = vertex(d[k - 1], d[k], d[k + 1]);
        float dy = vertex(d[k - width], d[k], d[k + width]);
        float ds = vertex(differences[level - 1].values[k], d[k], differences[level + 1].values[k]);
        return new Point(x + dx, y + dy, (float) sigma(level + ds), octave, level, Math.abs(d[k]));
    }

    private static float vertex(float before, float at, float after) {
        float curvature = before + after - 2 * at;
        return curvature == 0 ? 0 : Math.clamp((before - after) / (2 * curvature), -0.5f, 0.5f);
    }

    /** The strongest, but not too many from one part of the picture. */
    private static List<Point> spread(List<Point> points, int width, int height) {
        points.sort(Comparator.comparingDouble(Point::strength).reversed());
        var taken = new int[CELLS * CELLS];
        List<Point> chosen = new ArrayList<>();
        for (Point point : points) {
            float size = 1 << point.octave();
            int column = Math.clamp((int) (point.x() * size * CELLS / width), 0, CELLS - 1);
            int row = Math.clamp((int) (point.y() * size * CELLS / height), 0, CELLS - 1);
            if (taken[row * CELLS + column]++ < PER_CELL) {
                chosen.add(point);
                if (chosen.size() == LIMIT) {
                    break;
                }
            }
        }
        return chosen;
    }

    private Features describe(List<Point> points, int width, int height) {
        int size = points.size();
        var x = new float[size];
        var y = new float[size];
        var scale = new float[size];
        var words = new long[size * Features.WORDS];
        for (int k = 0; k < size; k++) {
            Point point = points.get(k);
            float factor = 1 << point.octave();
            x[k] = point.x() * factor;
            y[k] = point.y() * factor;
            scale[k] = point.sigma() * factor;
            Plane plane = octaves.get(point.octave()).blurred()[point.level()];
            descriptor.describe(plane, point.x(), point.y(), point.sigma(), words, k * Features.WORDS);
        }
        return new Features(width, height, x, y, scale, words);
    }
}
