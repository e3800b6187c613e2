package ma.balagh.analysis.footage;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import ma.balagh.analysis.feature.LocalFeatures;

/** Sorts the sketches of a segment's features into its inverted index. */
final class InvertedIndexBuilder {

    /** The pieces of each feature, side by side. */
    private long[] keys = new long[1 << 16];

    private int[] signatures = new int[1 << 16];
    private char[] keyframes = new char[1 << 16];
    private int features;

    /** @param keyframe must not be less than those before */
    void add(int keyframe, LocalFeatures set) {
        for (int feature = 0; feature < set.size(); feature++) {
            if (features == keys.length) {
                keys = Arrays.copyOf(keys, 2 * features);
                signatures = Arrays.copyOf(signatures, 2 * features);
                keyframes = Arrays.copyOf(keyframes, 2 * features);
            }
            for (int piece = 0; piece < FeatureSketch.PIECES; piece++) {
                keys[features] |= (long) FeatureSketch.key(set, feature, piece) << piece * FeatureSketch.PIECE_BITS;
            }
            signatures[features] = FeatureSketch.signature(set, feature);
            keyframes[features++] = (char) keyframe;
        }
    }

    int features() {
        return features;
    }

    /** As {@link InvertedIndex} reads them. */
    byte[] built() {
        var built = new byte[Math.toIntExact(InvertedIndex.size(features))];
        MemorySegment bytes = MemorySegment.ofArray(built);
        for (int piece = 0; piece < FeatureSketch.PIECES; piece++) {
            int[] next = starts(piece);
            for (int key = 0; key <= FeatureSketch.KEYS; key++) {
                put(next[key], bytes, InvertedIndex.startAt(piece, key, features));
            }
            for (int k = 0; k < features; k++) {
                int posting = next[key(k, piece)]++;
                put(signatures[k], bytes, InvertedIndex.signatureAt(piece, posting, features));
                bytes.set(
                        InvertedIndex.SHORT, InvertedIndex.keyframeAt(piece, posting, features), (short) keyframes[k]);
            }
        }
        return built;
    }

    /** Three bytes. */
    private static void put(int number, MemorySegment bytes, long at) {
        bytes.set(InvertedIndex.SHORT, at, (short) number);
        bytes.set(ValueLayout.JAVA_BYTE, at + Short.BYTES, (byte) (number >>> Short.SIZE));
    }

    private int key(int feature, int piece) {
        return (int) (keys[feature] >>> piece * FeatureSketch.PIECE_BITS) & FeatureSketch.KEYS - 1;
    }

    /** For each value of a piece how many features have a lower one. */
    private int[] starts(int piece) {
        var starts = new int[FeatureSketch.KEYS + 1];
        for (int k = 0; k < features; k++) {
            starts[key(k, piece) + 1]++;
        }
        for (int key = 0; key < FeatureSketch.KEYS; key++) {
            starts[key + 1] += starts[key];
        }
        return starts;
    }
}
