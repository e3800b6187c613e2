package ma.balagh.analysis.footage;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The inverted index of a segment: for each piece, the postings of all features in the order of the piece's value, and of
 * keyframes where that is equal. A posting is a signature of three bytes and a keyframe of two; before those of a piece
 * stand the places at which each value begins. One byte more follows all of it.
 */
final class InvertedIndex {

    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Bytes of a start: a segment has fewer features than they can count. */
    static final int START_BYTES = 3;

    private static final int STARTS = (FeatureSketch.KEYS + 1) * START_BYTES;
    /** Three of an int's four bytes; the other is one of what follows. */
    private static final int THREE_BYTES = 0xFF_FFFF;
    /** Values of so many features hold what is common to all pictures, and most of the work: they are passed over. */
    private static final int COMMON = 2048;

    private final ByteBuffer bytes;
    private final int features;

    InvertedIndex(MemorySegment bytes, int features) {
        this.bytes = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        this.features = features;
    }

    static long size(int features) {
        return FeatureSketch.PIECES * sizeOfPiece(features) + 1;
    }

    private static long sizeOfPiece(int features) {
        return STARTS + (long) features * (FeatureSketch.SIGNATURE_BYTES + Short.BYTES);
    }

    /** Where the start of a value stands. */
    static long startAt(int piece, int key, int features) {
        return piece * sizeOfPiece(features) + (long) key * START_BYTES;
    }

    static long signatureAt(int piece, int posting, int features) {
        return piece * sizeOfPiece(features) + STARTS + (long) posting * FeatureSketch.SIGNATURE_BYTES;
    }

    static long keyframeAt(int piece, int posting, int features) {
        return signatureAt(piece, features, features) + (long) posting * Short.BYTES;
    }

    void look(FeatureLookupTable lookups, CandidateVoteCounter ballot) {
        for (int piece = 0; piece < FeatureSketch.PIECES; piece++) {
            int starts = (int) startAt(piece, 0, features);
            int signatures = (int) signatureAt(piece, 0, features);
            int keyframes = (int) keyframeAt(piece, 0, features);
            for (long lookup : lookups.of(piece)) {
                int start = starts + FeatureLookupTable.key(lookup) * START_BYTES;
                int from = bytes.getInt(start) & THREE_BYTES;
                int to = bytes.getInt(start + START_BYTES) & THREE_BYTES;
                if (to - from <= COMMON) {
                    int feature = FeatureLookupTable.feature(lookup);
                    int signature = lookups.signature(feature);
                    for (int k = from; k < to; k++) {
                        int other = bytes.getInt(signatures + k * FeatureSketch.SIGNATURE_BYTES) & THREE_BYTES;
                        if (FeatureSketch.isLike(signature, other)) {
                            ballot.hit(feature, Short.toUnsignedInt(bytes.getShort(keyframes + k * Short.BYTES)));
                        }
                    }
                }
            }
        }
    }
}
