package ma.balagh.analysis.footage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import ma.balagh.analysis.feature.Features;

/**
 * The features of all keyframes by pieces of their bits. Each bucket grows by itself, so that adding costs the same
 * however many there are. One thread adds, others read at the same time what was added before they came.
 */
final class FeatureBuckets {

    /** Pieces that are looked up; each takes eight bytes for a feature. */
    static final int PIECES = 8;
    /** Fewer bits than there are pieces cannot touch each of them. */
    static final int GUARANTEED = PIECES - 1;

    private static final int KEYS = 1 << 16;
    /** A feature's number in its keyframe takes so many bits. */
    private static final int FEATURE_BITS = 7;
    /** Buckets so many times larger than the average hold what is common to all pictures, and most of the work. */
    private static final int COMMON = 8;

    /** Buckets of so many are looked at in any case. */
    private static final int PLENTY = 512;

    /** Of each of a feature's first two words, the bits of its sample: every second one that no piece has. */
    private static final long SAMPLED = 0x5555_0000_AAAA_0000L;
    /** Bits of a sample that may differ; at the distance that counts as a vote it is 6 on average. */
    private static final int SAMPLE_DISTANCE = 10;

    private static final long[] NONE = {};
    private static final VarHandle BUCKET = MethodHandles.arrayElementVarHandle(long[][].class);

    /**
     * In each its features in the order of their keyframes, {@code keyframe · 128 + feature + 1} in the lower half and a
     * sample in the upper, which spares most reads of what lies scattered in memory; then zeros.
     */
    private final long[][] buckets = new long[PIECES * KEYS][];

    private final int[] sizes = new int[PIECES * KEYS];

    FeatureBuckets() {
        Arrays.fill(buckets, NONE);
    }

    /** Adds the features of the next keyframe. */
    void add(int keyframe, Features set) {
        for (int feature = 0; feature < set.size(); feature++) {
            long value = (long) sample(set, feature) << Integer.SIZE | (keyframe << FEATURE_BITS | feature) + 1;
            for (int piece = 0; piece < PIECES; piece++) {
                add(slot(set, feature, piece), value);
            }
        }
    }

    private void add(int slot, long value) {
        long[] bucket = buckets[slot];
        int size = sizes[slot]++;
        if (size < bucket.length) {
            bucket[size] = value;
        } else {
            long[] longer = Arrays.copyOf(bucket, size + Math.max(4, size / 4));
            longer[size] = value;
            // Whoever sees the longer bucket has to see what is in it.
            BUCKET.setRelease(buckets, slot, longer);
        }
    }

    /** Where a feature with the same piece would stand. */
    long[] bucket(Features set, int feature, int piece) {
        return (long[]) BUCKET.getAcquire(buckets, slot(set, feature, piece));
    }

    /** Every second piece of 16 bits, so that cells and directions of all corners are among them. */
    private static int slot(Features set, int feature, int piece) {
        long word = set.words()[feature * Features.WORDS + piece / 2];
        return piece * KEYS + (int) (word >>> (piece % 2 * 32) & 0xFFFF);
    }

    /** Some of the bits that no piece has. */
    static int sample(Features set, int feature) {
        long[] words = set.words();
        long low = Long.compress(words[feature * Features.WORDS], SAMPLED);
        return (int) (Long.compress(words[feature * Features.WORDS + 1], SAMPLED) << 16 | low);
    }

    /** Whether the feature of a value may be near to one with this sample. */
    static boolean isLike(long value, int sample) {
        return Integer.bitCount((int) (value >>> Integer.SIZE) ^ sample) <= SAMPLE_DISTANCE;
    }

    /** Where in a bucket the features of that keyframe or a later one begin. */
    static int find(long[] bucket, int keyframe) {
        int low = 0;
        int high = bucket.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((int) bucket[middle] != 0 && (int) bucket[middle] <= keyframe << FEATURE_BITS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a bucket of so many features says nothing, among so many in all. */
    static boolean isCommon(int size, int features) {
        return size > Math.max(PLENTY, COMMON * (features / KEYS));
    }

    static int keyframe(long value) {
        return ((int) value - 1) >>> FEATURE_BITS;
    }

    static int feature(long value) {
        return (int) value - 1 & (1 << FEATURE_BITS) - 1;
    }
}
