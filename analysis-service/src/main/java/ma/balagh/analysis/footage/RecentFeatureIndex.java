package ma.balagh.analysis.footage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import ma.balagh.analysis.feature.LocalFeatures;

/**
 * The inverted index of recent features. Each bucket grows by itself, so that adding costs the same however many there
 * are. One thread adds; others read concurrently what was added before they came.
 */
final class RecentFeatureIndex {

    /** Buckets so many times larger than the average hold what is common to all pictures, and are passed over. */
    private static final int COMMON = 512;
    /** But buckets of so many are looked at in any case. */
    private static final int PLENTY = 2048;

    private static final VarHandle BUCKET = MethodHandles.arrayElementVarHandle(long[][].class);

    /**
     * In each first how many postings it has, which only the writer reads; then the postings in the order of keyframes,
     * the signature above, the keyframe and one below; then zeros.
     */
    private final long[][] buckets = new long[FeatureSketch.PIECES * FeatureSketch.KEYS][];

    /** How many there are; a reader may see some fewer. */
    private int features;

    /** Adds the features of the next keyframe. */
    void add(int keyframe, LocalFeatures set) {
        for (int feature = 0; feature < set.size(); feature++) {
            long posting = (long) FeatureSketch.signature(set, feature) << Integer.SIZE | keyframe + 1;
            for (int piece = 0; piece < FeatureSketch.PIECES; piece++) {
                add(slot(piece, FeatureSketch.key(set, feature, piece)), posting);
            }
        }
        features += set.size();
    }

    private void add(int slot, long posting) {
        long[] bucket = buckets[slot];
        int size = bucket == null ? 1 : (int) ++bucket[0];
        if (bucket != null && size < bucket.length) {
            bucket[size] = posting;
        } else {
            long[] longer = bucket == null ? new long[2] : Arrays.copyOf(bucket, size + 1 + size / 2);
            longer[0] = size;
            longer[size] = posting;
            // A reader that sees the longer bucket has to see its postings, too.
            BUCKET.setRelease(buckets, slot, longer);
        }
    }

    void look(FeatureLookupTable lookups, CandidateVoteCounter ballot) {
        for (int piece = 0; piece < FeatureSketch.PIECES; piece++) {
            for (long lookup : lookups.of(piece)) {
                long[] bucket = (long[]) BUCKET.getAcquire(buckets, slot(piece, FeatureLookupTable.key(lookup)));
                if (bucket != null && !isCommon(bucket.length)) {
                    look(bucket, FeatureLookupTable.feature(lookup), lookups, ballot);
                }
            }
        }
    }

    private static void look(long[] bucket, int feature, FeatureLookupTable lookups, CandidateVoteCounter ballot) {
        int signature = lookups.signature(feature);
        for (int k = 1; k < bucket.length && bucket[k] != 0; k++) {
            if (FeatureSketch.isLike(signature, (int) (bucket[k] >>> Integer.SIZE))) {
                ballot.hit(feature, (int) bucket[k] - 1);
            }
        }
    }

    private boolean isCommon(int size) {
        return size > PLENTY && size > (long) COMMON * features / FeatureSketch.KEYS;
    }

    private static int slot(int piece, int key) {
        return piece * FeatureSketch.KEYS + key;
    }
}
