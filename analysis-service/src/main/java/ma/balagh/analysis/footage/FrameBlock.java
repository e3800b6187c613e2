package ma.balagh.analysis.footage;

/**
 * So many frames that their fingerprints stay in the processor's nearest cache while all of a query's are compared with
 * them. Only written behind the end that a reader knows of.
 */
final class FrameBlock {

    /** Frames of one block. */
    static final int SIZE = 512;

    private static final int HALF = 64;

    /** In {@link FingerprintQuarters}, int by int: that of frame k is at {@code int · SIZE + k}. */
    private final int[] ints = new int[FingerprintQuarters.INTS * SIZE];

    /** In {@link FingerprintQuarters}, int by int: that of frame k is at {@code int · SIZE + k}. */
    int[] ints() {
        return ints;
    }

    /** Puts a fingerprint at a place. */
    void set(int frame, long[] words, int offset) {
        FingerprintQuarters.sort(words, offset, ints, frame, SIZE);
    }

    /** Reads the fingerprint of a place. */
    void get(int frame, long[] words, int offset) {
        FingerprintQuarters.restore(ints, frame, SIZE, words, offset);
    }

    /**
     * How far the nearest frame is from the nearest of a fingerprint's four mirrored variants. The loop that sees
     * everything: without branches, and with neighbours side by side, it becomes vector instructions (AVX-512 counts the
     * bits of sixteen ints at once).
     */
    int nearest(int[] sought) {
        int[] words = ints;
        int s0 = sought[0];
        int s1 = sought[1];
        int s2 = sought[2];
        int s3 = sought[3];
        int s4 = sought[4];
        int s5 = sought[5];
        int s6 = sought[6];
        int s7 = sought[7];
        int nearest = Integer.MAX_VALUE;
        for (int k = 0; k < SIZE; k++) {
            int q0 = Integer.bitCount(words[k] ^ s0) + Integer.bitCount(words[k + SIZE] ^ s1);
            int q1 = Integer.bitCount(words[k + 2 * SIZE] ^ s2) + Integer.bitCount(words[k + 3 * SIZE] ^ s3);
            int q2 = Integer.bitCount(words[k + 4 * SIZE] ^ s4) + Integer.bitCount(words[k + 5 * SIZE] ^ s5);
            int q3 = Integer.bitCount(words[k + 6 * SIZE] ^ s6) + Integer.bitCount(words[k + 7 * SIZE] ^ s7);
            nearest = Math.min(nearest, nearest(q0, q1, q2, q3));
        }
        return nearest + HALF;
    }

    /** The same for one frame. */
    int distance(int frame, int[] sought) {
        return nearest(
                        differing(frame, 0, sought),
                        differing(frame, 1, sought),
                        differing(frame, 2, sought),
                        differing(frame, 3, sought))
                + HALF;
    }

    private int differing(int frame, int quarter, int[] sought) {
        int at = 2 * quarter;
        return Integer.bitCount(ints[at * SIZE + frame] ^ sought[at])
                + Integer.bitCount(ints[(at + 1) * SIZE + frame] ^ sought[at + 1]);
    }

    /**
     * The least of four sums, less {@link #HALF}: of the differing bits of all quarters where none is turned over, or
     * columns (the first and third quarter), rows (the first and second), or both (the second and third). A turned
     * quarter differs in the 64 bits less those in which it differed.
     */
    private static int nearest(int q0, int q1, int q2, int q3) {
        int noneOrBoth = q0 + q3 - Math.abs(q1 + q2 - HALF);
        int columnsOrRows = q3 - q0 - Math.abs(q1 - q2) + HALF;
        return Math.min(noneOrBoth, columnsOrRows);
    }
}
