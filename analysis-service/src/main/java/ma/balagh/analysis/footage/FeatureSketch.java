package ma.balagh.analysis.footage;

import ma.balagh.analysis.feature.LocalFeatures;

/**
 * What the inverted index keeps of a feature: two pieces of 20 bits by which it is looked up, and a signature of 24
 * others. All are bits that compare with the median, which are set as often as not, and each has at least one of every
 * cell: neighbouring bits say nearly the same.
 */
final class FeatureSketch {

    /** Pieces by which a feature is looked up: equal, or with one bit flipped. */
    static final int PIECES = 2;

    static final int PIECE_BITS = 20;
    /** Values of a piece. */
    static final int KEYS = 1 << PIECE_BITS;

    static final int SIGNATURE_BYTES = 3;
    /** Bits of signatures that may differ. */
    private static final int SIGNATURE_DISTANCE = 4;

    /** Bits of a cell, one for each direction. */
    private static final int DIRECTIONS = 8;

    private static final int CELLS = 16;
    /** From one cell to the next so many directions further, so that each has all of them. */
    private static final int TURN = 3;

    /** One bit of each cell, and another of every fourth. */
    private static final long[][] PIECE = {
        union(mask(0, 0, 1), mask(6, 0, 4)), union(mask(4, 0, 1), mask(6, 2, 4)),
    };

    /** One bit of each cell, and another of every second. */
    private static final long[] SIGNATURE = union(mask(2, 0, 1), mask(7, 0, 2));

    private FeatureSketch() {}

    /** One bit of some cells, in both words that compare with the median. */
    private static long[] mask(int direction, int first, int step) {
        var mask = new long[2];
        for (int cell = first; cell < CELLS; cell += step) {
            int bit = cell * DIRECTIONS + (direction + TURN * cell) % DIRECTIONS;
            mask[bit / Long.SIZE] |= 1L << bit;
        }
        return mask;
    }

    private static long[] union(long[] one, long[] other) {
        return new long[] {one[0] | other[0], one[1] | other[1]};
    }

    /** One of a feature's pieces. */
    static int key(LocalFeatures set, int feature, int piece) {
        return bits(set, feature, PIECE[piece]);
    }

    static int signature(LocalFeatures set, int feature) {
        return bits(set, feature, SIGNATURE);
    }

    private static int bits(LocalFeatures set, int feature, long[] mask) {
        long[] words = set.words();
        int at = feature * LocalFeatures.WORDS;
        return (int)
                (Long.compress(words[at], mask[0]) << Long.bitCount(mask[1]) | Long.compress(words[at + 1], mask[1]));
    }

    static boolean isLike(int signature, int other) {
        return Integer.bitCount(signature ^ other) <= SIGNATURE_DISTANCE;
    }
}
