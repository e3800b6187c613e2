package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.List;

/**
 * Looks for many fingerprints among all frames at once: not the frames lie in tables, but what is looked for, by pieces of
 * 16 bits as they are and with each one bit flipped (multi-index hashing; M. Norouzi et al., 2012). Frames are sorted by the
 * same pieces, part by part, so that both are read from one end to the other, and nothing has to be kept for them.
 *
 * <p>Whatever is within {@value #SURE} bits is found: one of its eight ints differs in three bits at most, so one half of
 * that in one at most. Of what is further away, a part is missed: about 1 of 100 at 40 bits, 1 of 12 at 48.
 */
final class MultiIndexFrameMatcher {

    /** Bits within which nothing is missed. */
    static final int SURE = 31;

    private static final int PIECE_BITS = 16;
    private static final int PIECES = 2 * FingerprintQuarters.INTS;
    private static final int KEYS = 1 << PIECE_BITS;
    /** Bits of an int that may differ where a half of it differs in one at most. */
    private static final int NEAR = 5;

    /** Gets each pair that is near, some of them more than once. */
    @FunctionalInterface
    interface Pairs {
        void accept(int sought, int frame);
    }

    /** In {@link FingerprintQuarters}. */
    private final int[] sought;
    /** For each piece, by its value: the int of which it is a half above, the number of the fingerprint below. */
    private final long[][] tables = new long[PIECES][];

    private final int[][] starts = new int[PIECES][];

    /** @param words of the fingerprints that are looked for, four each */
    MultiIndexFrameMatcher(long[] words) {
        int count = words.length / FingerprintTrack.WORDS;
        this.sought = new int[count * FingerprintQuarters.INTS];
        for (int k = 0; k < count; k++) {
            FingerprintQuarters.sort(words, k * FingerprintTrack.WORDS, sought, k * FingerprintQuarters.INTS, 1);
        }
        for (int piece = 0; piece < PIECES; piece++) {
            fill(piece, count);
        }
    }

    private void fill(int piece, int count) {
        var next = new int[KEYS + 1];
        for (int k = 0; k < count; k++) {
            int key = key(sought[k * FingerprintQuarters.INTS + piece / 2], piece);
            next[key + 1]++;
            for (int bit = 0; bit < PIECE_BITS; bit++) {
                next[(key ^ 1 << bit) + 1]++;
            }
        }
        for (int key = 0; key < KEYS; key++) {
            next[key + 1] += next[key];
        }
        starts[piece] = next.clone();
        var table = new long[count * (PIECE_BITS + 1)];
        for (int k = 0; k < count; k++) {
            int whole = sought[k * FingerprintQuarters.INTS + piece / 2];
            int key = key(whole, piece);
            long entry = (long) whole << Integer.SIZE | k;
            table[next[key]++] = entry;
            for (int bit = 0; bit < PIECE_BITS; bit++) {
                table[next[key ^ 1 << bit]++] = entry;
            }
        }
        tables[piece] = table;
    }

    private static int key(int whole, int piece) {
        return whole >>> piece % 2 * PIECE_BITS & KEYS - 1;
    }

    /** Finds all pairs of a fingerprint that is looked for and a frame from {@code first} to before {@code end}. */
    void look(List<FrameBlock> blocks, int first, int end, int distance, Pairs pairs) {
        var part = new Part(blocks);
        for (int from = first; from < end; from += Part.SIZE) {
            for (int piece = 0; piece < PIECES; piece++) {
                part.sort(piece, from, Math.min(end, from + Part.SIZE));
                look(piece, part, distance, pairs);
            }
        }
    }

    private void look(int piece, Part part, int distance, Pairs pairs) {
        long[] table = tables[piece];
        int[] start = starts[piece];
        int frame = 0;
        for (int key = 0; key < KEYS; key++) {
            int from = start[key];
            int to = start[key + 1];
            for (; frame < part.ends[key]; frame++) {
                int whole = part.wholes[frame];
                for (int k = from; k < to; k++) {
                    if (Integer.bitCount(whole ^ (int) (table[k] >>> Integer.SIZE)) <= NEAR) {
                        int number = (int) table[k];
                        if (distance(part.blocks, part.frames[frame], number) <= distance) {
                            pairs.accept(number, part.frames[frame]);
                        }
                    }
                }
            }
        }
    }

    private int distance(List<FrameBlock> blocks, int frame, int number) {
        int[] ints = blocks.get(frame / FrameBlock.SIZE).ints();
        int distance = 0;
        for (int k = 0; k < FingerprintQuarters.INTS; k++) {
            distance += Integer.bitCount(ints[k * FrameBlock.SIZE + frame % FrameBlock.SIZE]
                    ^ sought[number * FingerprintQuarters.INTS + k]);
        }
        return distance;
    }

    /** Some frames in the order of one of their pieces. */
    private static final class Part {

        static final int SIZE = 1 << 17;

        private final List<FrameBlock> blocks;
        /** For each value of the piece, the place behind its last frame. */
        private final int[] ends = new int[KEYS];

        private final int[] frames = new int[SIZE];
        /** The ints of which the pieces are halves. */
        private final int[] wholes = new int[SIZE];

        Part(List<FrameBlock> blocks) {
            this.blocks = blocks;
        }

        void sort(int piece, int first, int end) {
            Arrays.fill(ends, 0);
            for (int frame = first; frame < end; frame++) {
                ends[key(whole(piece, frame), piece)]++;
            }
            int before = 0;
            for (int key = 0; key < KEYS; key++) {
                int count = ends[key];
                ends[key] = before;
                before += count;
            }
            for (int frame = first; frame < end; frame++) {
                int whole = whole(piece, frame);
                int at = ends[key(whole, piece)]++;
                frames[at] = frame;
                wholes[at] = whole;
            }
        }

        private int whole(int piece, int frame) {
            return blocks.get(frame / FrameBlock.SIZE).ints()[piece / 2 * FrameBlock.SIZE + frame % FrameBlock.SIZE];
        }
    }
}
