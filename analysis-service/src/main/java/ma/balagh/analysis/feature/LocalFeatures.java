package ma.balagh.analysis.feature;

import ma.balagh.analysis.fingerprint.Transformation;

/**
 * The local features of one picture, strongest first.
 *
 * @param width of the picture they stand in, in pixels
 * @param height of it
 * @param x column of each feature's middle, in pixels
 * @param y row of it
 * @param scale standard deviation of the blur at which it stands out, in pixels: how large it is
 * @param words four of each feature's descriptor, see {@link FeatureDescriptor}
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for comparing; never compared as records.
public record LocalFeatures(int width, int height, float[] x, float[] y, float[] scale, long[] words) {

    /** Words of a descriptor. */
    public static final int WORDS = 4;

    public int size() {
        return x.length;
    }

    /** The features that the picture would have after the transformation. */
    public LocalFeatures transformed(Transformation transformation) {
        if (transformation == Transformation.NONE) {
            return this;
        }
        int w = transformation.isTransposed() ? height : width;
        int h = transformation.isTransposed() ? width : height;
        var tx = new float[size()];
        var ty = new float[size()];
        var transformed = new long[words.length];
        int[] sources = FeatureDescriptor.sources(transformation);
        for (int k = 0; k < size(); k++) {
            float column = transformation.isTransposed() ? y[k] : x[k];
            float row = transformation.isTransposed() ? x[k] : y[k];
            tx[k] = transformation.isColumnsMirrored() ? w - 1 - column : column;
            ty[k] = transformation.isRowsMirrored() ? h - 1 - row : row;
            FeatureDescriptor.transform(words, transformed, k * WORDS, sources);
        }
        return new LocalFeatures(w, h, tx, ty, scale, transformed);
    }

    /** The features that a negative of the picture would have: each gradient points the other way. */
    public LocalFeatures negative() {
        var turned = new long[words.length];
        for (int k = 0; k < words.length; k++) {
            turned[k] = FeatureDescriptor.turnedBack(words[k]);
        }
        return new LocalFeatures(width, height, x, y, scale, turned);
    }

    /** In how many bits a feature differs from another picture's. */
    public int distance(int k, LocalFeatures other, int o) {
        int a = k * WORDS;
        int b = o * WORDS;
        long[] theirs = other.words;
        return Long.bitCount(words[a] ^ theirs[b])
                + Long.bitCount(words[a + 1] ^ theirs[b + 1])
                + Long.bitCount(words[a + 2] ^ theirs[b + 2])
                + Long.bitCount(words[a + 3] ^ theirs[b + 3]);
    }

    /** Whether two features of this picture lie at different places, seen from their size. */
    boolean isApart(int a, int b) {
        float dx = x[a] - x[b];
        float dy = y[a] - y[b];
        float size = Math.min(scale[a], scale[b]);
        return dx * dx + dy * dy > size * size;
    }
}
