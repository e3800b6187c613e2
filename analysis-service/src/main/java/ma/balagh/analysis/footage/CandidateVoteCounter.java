package ma.balagh.analysis.footage;

import java.util.Arrays;

/**
 * Counts for each keyframe of a store which features of a picture it probably has. A feature weighs more the fewer
 * keyframes have it (K. Spärck Jones, "A statistical interpretation of term specificity", 1972): most features that
 * real pictures share are plain blobs, which nearly every picture has.
 */
final class CandidateVoteCounter {

    /** Features in common from which a keyframe is a candidate. */
    private static final int FEW = 2;
    /** As if each feature had been looked for in so many keyframes before, and found in one. */
    private static final int SUPPOSED = 100;
    /** What is found so often, and in such a share of all keyframes, says nothing. */
    private static final int OFTEN = 1024;

    private static final int COMMON = 16;

    /** Gets a keyframe that seems to have enough features of a picture. */
    @FunctionalInterface
    interface Candidates {
        void accept(int picture, int keyframe, float score);
    }

    private final FeatureStore store;
    private final int first;
    private final int end;
    private final int often;

    /** What was found: features, and beside them keyframes. */
    private int[] features = new int[1 << 16];

    private int[] keyframes = new int[1 << 16];
    private int count;
    /** How often each feature was found. */
    private int[] found = {};

    private final float[] scores;
    private final byte[] hits;
    /** The last feature that counted for each keyframe: it counts once. */
    private final int[] voters;

    private int voter;
    /** Keyframes in which any feature of the present picture was found. */
    private final int[] touched;

    private int touchedCount;

    /** @param first keyframe that counts */
    CandidateVoteCounter(FeatureStore store, int first) {
        this.store = store;
        this.first = first;
        this.end = store.keyframes();
        this.often = Math.max(OFTEN, (end - first) / COMMON);
        this.scores = new float[end];
        this.hits = new byte[end];
        this.voters = new int[end];
        this.touched = new int[end];
    }

    /** Looks for all features of some pictures. */
    void vote(FeatureLookupTable lookups, Candidates candidates) {
        count = 0;
        found = new int[lookups.features()];
        store.look(lookups, this);
        int[] sorted = sorted();
        int feature = 0;
        int at = 0;
        for (int picture = 0; picture < lookups.pictures(); picture++) {
            for (; feature < lookups.end(picture); feature++) {
                count(sorted, at, at + found[feature]);
                at += found[feature];
            }
            close(picture, candidates);
        }
    }

    /** A feature seems to be in that keyframe; it may be said more than once. */
    void hit(int feature, int keyframe) {
        if (keyframe >= first && keyframe < end && found[feature] < often) {
            if (count == features.length) {
                features = Arrays.copyOf(features, 2 * count);
                keyframes = Arrays.copyOf(keyframes, 2 * count);
            }
            features[count] = feature;
            keyframes[count++] = keyframe;
            found[feature]++;
        }
    }

    /** The keyframes in the order of the features that were found in them. */
    private int[] sorted() {
        var next = new int[found.length];
        for (int feature = 1; feature < next.length; feature++) {
            next[feature] = next[feature - 1] + found[feature - 1];
        }
        var sorted = new int[count];
        for (int k = 0; k < count; k++) {
            sorted[next[features[k]]++] = keyframes[k];
        }
        return sorted;
    }

    private void count(int[] sorted, int from, int to) {
        if (to - from == often) {
            return;
        }
        voter++;
        int distinct = from;
        for (int k = from; k < to; k++) {
            if (voters[sorted[k]] != voter) {
                voters[sorted[k]] = voter;
                sorted[distinct++] = sorted[k];
            }
        }
        float weight = (float) Math.log((double) (end - first + SUPPOSED) / (distinct - from + 1));
        for (int k = from; k < distinct; k++) {
            int keyframe = sorted[k];
            if (hits[keyframe]++ == 0) {
                touched[touchedCount++] = keyframe;
            }
            scores[keyframe] += weight;
        }
    }

    private void close(int picture, Candidates candidates) {
        for (int k = 0; k < touchedCount; k++) {
            int keyframe = touched[k];
            if (hits[keyframe] >= FEW) {
                candidates.accept(picture, keyframe, scores[keyframe]);
            }
            hits[keyframe] = 0;
            scores[keyframe] = 0;
        }
        touchedCount = 0;
    }
}
