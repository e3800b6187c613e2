package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.feature.Features;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * Names the media that a closer look is worth: those with a keyframe that has several features in common with one of the
 * query's. Features are found by pieces of 16 bits that are equal (multi-index hashing; M. Norouzi et al., 2012), then
 * compared whole.
 *
 * <p>This is the one step of matching that is not exhaustive: it finds every pair of features within {@value
 * FeatureBuckets#GUARANTEED} bits, unless all its pieces are common to very many, and of pairs further apart a part. A
 * copy has tens of such pairs, {@value #VOTES} are enough. What is named is then compared completely.
 *
 * @param keyframes with features of their own, of all media
 * @param features how many there are
 * @param buckets shared with later tables; what stands in them of later keyframes is not looked at
 */
record FeatureTable(Series<Keyframe> keyframes, int features, FeatureBuckets buckets) {

    /** Features further apart are no vote. */
    private static final int DISTANCE = 48;
    /** Common features of two keyframes from which their media are named. */
    static final int VOTES = 5;

    /** @param entry the medium, by its place in the index */
    record Keyframe(int entry, Features features) {}

    static FeatureTable empty() {
        return new FeatureTable(Series.empty(), 0, new FeatureBuckets());
    }

    /** The table with one more medium. Only the newest may be extended. */
    FeatureTable with(int entry, Keyframes added) {
        Series<Keyframe> all = keyframes;
        int count = features;
        Features before = null;
        for (Features set : added.features()) {
            if (set != before) {
                buckets.add(all.size(), set);
                all = all.with(new Keyframe(entry, set));
                count += set.size();
            }
            before = set;
        }
        return new FeatureTable(all, count, buckets);
    }

    /** The media, by their place in the index, and the query's variants that a closer look is worth. */
    Map<Integer, Set<Transformation>> named(FootageQuery query, int firstEntry) {
        Map<Integer, Set<Transformation>> named = new HashMap<>();
        var ballot = new Ballot(first(firstEntry));
        for (Transformation variant : Transformation.ALL) {
            Map<Features, Boolean> seen = new IdentityHashMap<>();
            for (Features set : query.features(variant)) {
                if (seen.put(set, true) == null) {
                    ballot.vote(set);
                    ballot.close(variant, named);
                }
            }
        }
        return named;
    }

    /** The first keyframe of that medium or a later one. */
    private int first(int entry) {
        int low = 0;
        int high = keyframes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyframes.get(middle).entry() < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Counts for each keyframe how many features of one picture it has. */
    private final class Ballot {

        private final int first;
        private final int[] votes = new int[keyframes.size()];
        /** The last feature that voted for each keyframe: it has one vote. */
        private final int[] voters = new int[keyframes.size()];

        private int[] touched = new int[1024];
        private int count;
        private int voter;

        Ballot(int first) {
            this.first = first;
        }

        void vote(Features set) {
            for (int feature = 0; feature < set.size(); feature++) {
                voter++;
                int sample = FeatureBuckets.sample(set, feature);
                for (int piece = 0; piece < FeatureBuckets.PIECES; piece++) {
                    vote(set, feature, sample, buckets.bucket(set, feature, piece));
                }
            }
        }

        private void vote(Features set, int feature, int sample, long[] bucket) {
            int end = FeatureBuckets.find(bucket, keyframes.size());
            if (FeatureBuckets.isCommon(end, features)) {
                return;
            }
            for (int k = FeatureBuckets.find(bucket, first); k < end; k++) {
                if (!FeatureBuckets.isLike(bucket[k], sample)) {
                    continue;
                }
                int keyframe = FeatureBuckets.keyframe(bucket[k]);
                if (voters[keyframe] != voter
                        && set.distance(feature, keyframes.get(keyframe).features(), FeatureBuckets.feature(bucket[k]))
                                <= DISTANCE) {
                    voters[keyframe] = voter;
                    if (votes[keyframe]++ == 0) {
                        touch(keyframe);
                    }
                }
            }
        }

        private void touch(int keyframe) {
            touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
            touched[count++] = keyframe;
        }

        /** Names the media of keyframes with enough votes; what follows is another picture. */
        void close(Transformation variant, Map<Integer, Set<Transformation>> named) {
            for (int k = 0; k < count; k++) {
                if (votes[touched[k]] >= VOTES) {
                    named.computeIfAbsent(
                                    keyframes.get(touched[k]).entry(), none -> EnumSet.noneOf(Transformation.class))
                            .add(variant);
                }
                votes[touched[k]] = 0;
            }
            count = 0;
        }
    }
}
