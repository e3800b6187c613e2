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
    /** Cells of a side; each may hold {@link #PER_CELL} features, so that one rich corner does not take all. */
    private static final int CELLS = 4;

    private static final int PER_CELL = LIMIT / 6;

    private record Octave(GreyPlane[] blurred, ScaleSpaceExtremaDetector extrema, GaussianBlurFilter blur) {

        static Octave of(int width, int height) {
            var blurred = new GreyPlane[STEPS + 3];
            for (int k = 0; k < blurred.length; k++) {
                blurred[k] = new GreyPlane(width, height);
            }
            return new Octave(
                    blurred,
                    new ScaleSpaceExtremaDetector(width, height, STEPS + 2),
                    new GaussianBlurFilter(width, height));
        }

        /** From the least blurred one. */
        void fill(float[][] kernels) {
            for (int k = 1; k < blurred.length; k++) {
                blur.blur(blurred[k - 1].values, kernels[k - 1], blurred[k].values);
                extrema.difference(k - 1, blurred[k - 1], blurred[k]);
            }
        }
    }

    private final float[] first = GaussianBlurFilter.kernel(Math.sqrt(BASE * BASE - CAMERA * CAMERA));
    private final float[][] kernels = new float[STEPS + 2][];
    private final FeatureDescriptor descriptor = new FeatureDescriptor();
    private final List<Octave> octaves = new ArrayList<>();

    public FeatureExtractor() {
        for (int k = 0; k < kernels.length; k++) {
            kernels[k] = GaussianBlurFilter.kernel(Math.sqrt(sigma(k + 1) * sigma(k + 1) - sigma(k) * sigma(k)));
        }
    }

    /** Standard deviation of a level, in pixels of its octave. */
    static double sigma(double level) {
        return BASE * Math.pow(2, level / STEPS);
    }

    /**
     * The features of a picture.
     *
     * @param luma rows of unsigned bytes
     */
    public LocalFeatures extract(byte[] luma, int width, int height) {
        reserve(width, height);
        List<ScaleSpaceExtremaDetector.Point> points = new ArrayList<>();
        for (int o = 0; o < octaves.size(); o++) {
            Octave octave = octaves.get(o);
            GreyPlane[] blurred = octave.blurred();
            if (o == 0) {
                blurred[1].copyOf(luma);
                octave.blur().blur(blurred[1].values, first, blurred[0].values);
            } else {
                blurred[0].halfOf(octaves.get(o - 1).blurred()[STEPS]);
            }
            octave.fill(kernels);
            for (int level = 1; level <= STEPS; level++) {
                octave.extrema().find(o, level, points);
            }
        }
        return describe(spread(points, width, height), width, height);
    }

    private void reserve(int width, int height) {
        if (!octaves.isEmpty()
                && octaves.getFirst().blurred()[0].width == width
                && octaves.getFirst().blurred()[0].height == height) {
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
    }

    /** The strongest, but not too many from one part of the picture. */
    private static List<ScaleSpaceExtremaDetector.Point> spread(
            List<ScaleSpaceExtremaDetector.Point> points, int width, int height) {
        points.sort(Comparator.comparingDouble(ScaleSpaceExtremaDetector.Point::strength)
                .reversed());
        var taken = new int[CELLS * CELLS];
        List<ScaleSpaceExtremaDetector.Point> chosen = new ArrayList<>();
        for (ScaleSpaceExtremaDetector.Point point : points) {
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

    private LocalFeatures describe(List<ScaleSpaceExtremaDetector.Point> points, int width, int height) {
        int size = points.size();
        var x = new float[size];
        var y = new float[size];
        var scale = new float[size];
        var words = new long[size * LocalFeatures.WORDS];
        for (int k = 0; k < size; k++) {
            ScaleSpaceExtremaDetector.Point point = points.get(k);
            float factor = 1 << point.octave();
            x[k] = point.x() * factor;
            y[k] = point.y() * factor;
            scale[k] = point.sigma() * factor;
            GreyPlane plane = octaves.get(point.octave()).blurred()[point.level()];
            descriptor.describe(plane, point.x(), point.y(), point.sigma(), words, k * LocalFeatures.WORDS);
        }
        return new LocalFeatures(width, height, x, y, scale, words);
    }
}
