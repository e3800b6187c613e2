package ma.balagh.analysis.footage;

/**
 * A fingerprint's bits in another order: by whether their row and their column are even. Mirroring changes the sign of
 * every second column's coefficients, or every second row's; with the median near zero it turns whole quarters over and
 * leaves the others. So the bits in which four quarters differ tell how far the four mirrored variants are, nearly.
 *
 * <p>Quarter {@code 2 · (row mod 2) + column mod 2} stands in two ints.
 */
final class FingerprintQuarters {

    /** Ints of a fingerprint. */
    static final int INTS = 8;

    private static final int COUNT = 4;
    /** Bits that each word has in each quarter. */
    private static final int BITS = 16;

    private static final long EVEN_ROWS = 0x0000_FFFF_0000_FFFFL;
    private static final long EVEN_COLUMNS = 0x5555_5555_5555_5555L;

    private static final long[] OF_QUARTER = {
        EVEN_ROWS & EVEN_COLUMNS, EVEN_ROWS & ~EVEN_COLUMNS, ~EVEN_ROWS & EVEN_COLUMNS, ~EVEN_ROWS & ~EVEN_COLUMNS
    };

    /**
     * Which bits of each word mirroring turns over: nothing, left and right, top and bottom, both; so the transformations
     * are ordered, once without and once with a transposition.
     */
    static final long[] TURNED = {0, EVEN_COLUMNS, EVEN_ROWS, EVEN_COLUMNS ^ EVEN_ROWS};

    private FingerprintQuarters() {}

    /**
     * Sorts a fingerprint's words.
     *
     * @param step from one int of the answer to the next
     */
    static void sort(long[] words, int offset, int[] sorted, int to, int step) {
        for (int quarter = 0; quarter < COUNT; quarter++) {
            long bits = 0;
            for (int w = 0; w < FingerprintTrack.WORDS; w++) {
                bits |= Long.compress(words[offset + w], OF_QUARTER[quarter]) << w * BITS;
            }
            sorted[to + 2 * quarter * step] = (int) bits;
            sorted[to + (2 * quarter + 1) * step] = (int) (bits >>> Integer.SIZE);
        }
    }

    /** The other way round. */
    static void restore(int[] sorted, int from, int step, long[] words, int offset) {
        for (int w = 0; w < FingerprintTrack.WORDS; w++) {
            long word = 0;
            for (int quarter = 0; quarter < COUNT; quarter++) {
                int half = sorted[from + (2 * quarter + w / 2) * step];
                word |= Long.expand(half >>> w % 2 * BITS & 0xFFFF, OF_QUARTER[quarter]);
            }
            words[offset + w] = word;
        }
    }
}
