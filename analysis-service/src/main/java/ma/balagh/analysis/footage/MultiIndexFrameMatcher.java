package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.List;

/**
 * Looks for many fingerprints among all frames at once: not the frames lie in tables, but what is looked for, by pieces of
 * 16 bits as they are and with each one bit flipped (multi-index hashing; M. Norouzi et al., 2012). There is one table at
 * a time, and frames are sorted by the same piece, part by part, so that both are read from one end to the other, and
 * nothing has to be kept for them. Beside each piece stands the quarter of the fingerprint that it is part of. Nearly all
 * candidates differ too much in that quarter, so that the rest of them is not read.
 *
 * <p>Whatever is within {@value #SURE} bits is found: one of its four quarters differs in seven bits at most, so one piece
 * of that in one at most. Of what is further away, a part is missed: about 1 of 200 at 40 bits, 1 of 35 at 48.
 */
final class MultiIndexFrameMatcher {

    /** Bits within which nothing is missed. */
    static final int SURE = 31;
    /** Pieces of a fingerprint; each finds some of the pairs. */
    static final int PIECES = 16;

    private static final int PIECE_BITS = 16;
    private static final int KEYS = 1 << PIECE_BITS;
    private static final int PIECES_OF_QUARTER = Long.SIZE / PIECE_BITS;
    /** Bits of a quarter that may differ where a piece of it differs in one at most. */
    private static final int NEAR = 14;
    /** Frames that are sorted at once. */
    private static final int PART = 1 << 19;

    /** Gets each pair that is near, some of them more than once. */
    @FunctionalInterface
    interface Pairs {
        void accept(int sought, int frame);
    }

    /** In {@link FingerprintQuarters}. */
    private final int[] sought;

    /** @param words of the fingerprints that are looked for, four each */
    MultiIndexFrameMatcher(long[] words) {
        int count = words.length / FingerprintTrack.WORDS;
        this.sought = new int[count * FingerprintQuarters.INTS];
        for (int k = 0; k < count; k++) {
            FingerprintQuarters.sort(words, k * FingerprintTrack.WORDS, sought, k * FingerprintQuarters.INTS, 1);
        }
    }

    /** Finds all pairs of a fingerprint that is looked for and a frame from {@code first} to before {@code end}. */
    void look(List<FrameBlock> blocks, int first, int end, int distance, Pairs pairs) {
        look(0, PIECES, blocks, first, end, distance, pairs);
    }

    /** The part of it that some pieces find; others may be looked at by other threads meanwhile. */
    void look(int firstPiece, int endPiece, List<FrameBlock> blocks, int first, int end, int distance, Pairs pairs) {
        var part = new Part(blocks, Math.min(PART, end - first));
        for (int piece = firstPiece; piece < endPiece; piece++) {
            var table = new Table(sought, piece);
            for (int from = first; from < end; from += PART) {
                part.sort(piece, from, Math.min(end, from + PART));
                look(table, part, distance, pairs);
            }
        }
    }

    private void look(Table table, Part part, int distance, Pairs pairs) {
        int place = 0;
        for (int key = 0; key < KEYS; key++) {
            int from = table.starts[key];
            int to = table.starts[key + 1];
            for (; place < part.ends[key]; place++) {
                int low = part.lows[place];
                int high = part.highs[place];
                if (table.nearest(from, to, low, high) > NEAR) {
                    continue;
                }
                for (int k = from; k < to; k++) {
                    if (table.differing(k, low, high) <= NEAR
                            && distance(part.blocks, part.frames[place], table.numbers[k]) <= distance) {
                        pairs.accept(table.numbers[k], part.frames[place]);
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

    /** The first int of the quarter that a piece is part of. */
    private static int firstInt(int piece) {
        return piece / PIECES_OF_QUARTER * 2;
    }

    private static int key(int low, int high, int piece) {
        int half = piece % PIECES_OF_QUARTER < 2 ? low : high;
        return half >>> piece % 2 * PIECE_BITS & KEYS - 1;
    }

    /** In place of counts, the sums of those before. */
    private static void addUp(int[] counts) {
        int before = 0;
        for (int key = 0; key < counts.length; key++) {
            int count = counts[key];
            counts[key] = before;
            before += count;
        }
    }

    /** What is looked for, by one piece and by the pieces that differ from it in one bit. */
    private static final class Table {

        /** For each value of the piece the first place, and the end of all. */
        private final int[] starts;

        private final int[] numbers;
        private final int[] lows;
        private final int[] highs;

        Table(int[] sought, int piece) {
            int count = sought.length / FingerprintQuarters.INTS;
            var next = new int[KEYS + 1];
            for (int number = 0; number < count; number++) {
                int key = keyOf(sought, number, piece);
                next[key]++;
                for (int bit = 0; bit < PIECE_BITS; bit++) {
                    next[key ^ 1 << bit]++;
                }
            }
            addUp(next);
            this.starts = next.clone();
            this.numbers = new int[count * (PIECE_BITS + 1)];
            this.lows = new int[numbers.length];
            this.highs = new int[numbers.length];
            for (int number = 0; number < count; number++) {
                int key = keyOf(sought, number, piece);
                int at = number * FingerprintQuarters.INTS + firstInt(piece);
                put(next[key]++, number, sought, at);
                for (int bit = 0; bit < PIECE_BITS; bit++) {
                    put(next[key ^ 1 << bit]++, number, sought, at);
                }
            }
        }

        private static int keyOf(int[] sought, int number, int piece) {
            int at = number * FingerprintQuarters.INTS + firstInt(piece);
            return key(sought[at], sought[at + 1], piece);
        }

        private void put(int place, int number, int[] sought, int at) {
            numbers[place] = number;
            lows[place] = sought[at];
            highs[place] = sought[at + 1];
        }

        int differing(int place, int low, int high) {
            return Integer.bitCount(lows[place] ^ low) + Integer.bitCount(highs[place] ^ high);
        }

        /** The loop that sees all candidates: without branches, it becomes vector instructions. */
        int nearest(int from, int to, int low, int high) {
            int[] lower = lows;
            int[] higher = highs;
            int nearest = Long.SIZE;
            for (int k = from; k < to; k++) {
                nearest = Math.min(nearest, Integer.bitCount(lower[k] ^ low) + Integer.bitCount(higher[k] ^ high));
            }
            return nearest;
        }
    }

    /** Some frames in the order of one of their pieces. */
    private static final class Part {

        private final List<FrameBlock> blocks;
        /** For each value of the piece, the place behind its last frame. */
        private final int[] ends = new int[KEYS];

        private final int[] frames;
        private final int[] lows;
        private final int[] highs;

        Part(List<FrameBlock> blocks, int size) {
            this.blocks = blocks;
            this.frames = new int[size];
            this.lows = new int[size];
            this.highs = new int[size];
        }

        void sort(int piece, int first, int end) {
            Arrays.fill(ends, 0);
            for (int block = first / FrameBlock.SIZE; block * FrameBlock.SIZE < end; block++) {
                count(piece, block, first, end);
            }
            addUp(ends);
            for (int block = first / FrameBlock.SIZE; block * FrameBlock.SIZE < end; block++) {
                put(piece, block, first, end);
            }
        }

        private void count(int piece, int block, int first, int end) {
            int[] ints = blocks.get(block).ints();
            int start = block * FrameBlock.SIZE;
            int low = firstInt(piece) * FrameBlock.SIZE;
            for (int k = Math.max(first - start, 0); k < Math.min(end - start, FrameBlock.SIZE); k++) {
                ends[key(ints[low + k], ints[low + FrameBlock.SIZE + k], piece)]++;
            }
        }

        private void put(int piece, int block, int first, int end) {
            int[] ints = blocks.get(block).ints();
            int start = block * FrameBlock.SIZE;
            int low = firstInt(piece) * FrameBlock.SIZE;
            int high = low + FrameBlock.SIZE;
            for (int k = Math.max(first - start, 0); k < Math.min(end - start, FrameBlock.SIZE); k++) {
                int place = ends[key(ints[low + k], ints[high + k], piece)]++;
                frames[place] = start + k;
                lows[place] = ints[low + k];
                highs[place] = ints[high + k];
            }
        }
    }
}
