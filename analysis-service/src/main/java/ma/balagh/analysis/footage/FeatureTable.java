package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
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
 * #GUARANTEED} bits, and of pairs further apart most, but not all. A copy has tens of such pairs, {@value #VOTES} are
 * enough. What is named is then compared completely.
 */
final class FeatureTable {

    /** Pieces that are looked up; each takes four bytes for a feature. */
    private static final int PIECES = 8;
    /** Fewer bits than there are pieces cannot touch each of them. */
    static final int GUARANTEED = PIECES - 1;

    private static final int KEYS = 1 << 16;
    /** Features further apart are no vote. */
    private static final int DISTANCE = 48;
    /** Common features of two keyframes from which their media are named. */
    static final int VOTES = 5;
    /** Buckets so many times larger than the average hold what is common to all pictures. */
    private static final int COMMON = 64;

    static final FeatureTable EMPTY = new FeatureTable(List.of());

    /** Media of the index that it covers: the first so many. */
    private final int entries;
    /** Of each feature. */
    private final long[] words;
    /** The keyframe of each feature, counted through all media. */
    private final int[] keyframeOf;
    /** The medium of each keyframe. */
    private final int[] entryOf;
    /** For each piece and key where its features begin in {@link #features}. */
    private final int[] starts;

    private final int[] features;

    FeatureTable(List<FootageSnapshot.Entry> all) {
        entries = all.size();
        List<Features> sets = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            Features before = null;
            for (Features set : all.get(entry).footage().keyframes().features()) {
                if (set != before) {
                    sets.add(set);
                    owners.add(entry);
                }
                before = set;
            }
        }
        int count = sets.stream().mapToInt(Features::size).sum();
        entryOf = owners.stream().mapToInt(Integer::intValue).toArray();
        words = new long[count * Features.WORDS];
        keyframeOf = new int[count];
        int at = 0;
        for (int keyframe = 0; keyframe < sets.size(); keyframe++) {
            Features set = sets.get(keyframe);
            System.arraycopy(set.words(), 0, words, at * Features.WORDS, set.words().length);
            Arrays.fill(keyframeOf, at, at + set.size(), keyframe);
            at += set.size();
        }
        starts = new int[PIECES * KEYS + 1];
        features = new int[PIECES * count];
        fill(count);
    }

    private void fill(int count) {
        for (int piece = 0; piece < PIECES; piece++) {
            for (int feature = 0; feature < count; feature++) {
                starts[slot(words, feature, piece) + 1]++;
            }
        }
        for (int k = 1; k < starts.length; k++) {
            starts[k] += starts[k - 1];
        }
        int[] next = starts.clone();
        for (int piece = 0; piece < PIECES; piece++) {
            for (int feature = 0; feature < count; feature++) {
                features[next[slot(words, feature, piece)]++] = feature;
            }
        }
    }

    /** Every second piece of 16 bits, so that cells and directions of all corners are among them. */
    private static int slot(long[] words, int feature, int piece) {
        long word = words[feature * Features.WORDS + piece / 2];
        return piece * KEYS + (int) (word >>> (piece % 2 * 32) & 0xFFFF);
    }

    int entries() {
        return entries;
    }

    /** The media, by their place in the index, and the query's variants that a closer look is worth. */
    Map<Integer, Set<Transformation>> named(FootageQuery query) {
        Map<Integer, Set<Transformation>> named = new HashMap<>();
        var votes = new int[entryOf.length];
        int[] touched = new int[1024];
        for (Transformation variant : Transformation.ALL) {
            Map<Features, Boolean> seen = new IdentityHashMap<>();
            for (Features set : query.features(variant)) {
                if (seen.put(set, true) != null) {
                    continue;
                }
                int count = 0;
                for (int f = 0; f < set.size(); f++) {
                    for (int keyframe : near(set.words(), f).stream().toArray()) {
                        if (votes[keyframe]++ == 0) {
                            touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
                            touched[count++] = keyframe;
                        }
                    }
                }
                for (int k = 0; k < count; k++) {
                    if (votes[touched[k]] >= VOTES) {
                        named.computeIfAbsent(entryOf[touched[k]], none -> EnumSet.noneOf(Transformation.class))
                                .add(variant);
                    }
                    votes[touched[k]] = 0;
                }
            }
        }
        return named;
    }

    /** Keyframes with a feature like this one. */
    private BitSet near(long[] query, int feature) {
        var keyframes = new BitSet();
        int common = COMMON * (1 + keyframeOf.length / KEYS);
        for (int piece = 0; piece < PIECES; piece++) {
            int slot = slot(query, feature, piece);
            if (starts[slot + 1] - starts[slot] > common) {
                continue;
            }
            for (int k = starts[slot]; k < starts[slot + 1]; k++) {
                if (distance(query, feature, features[k]) <= DISTANCE) {
                    keyframes.set(keyframeOf[features[k]]);
                }
            }
        }
        return keyframes;
    }

    private int distance(long[] query, int feature, int known) {
        int distance = 0;
        for (int w = 0; w < Features.WORDS; w++) {
            distance += Long.bitCount(query[feature * Features.WORDS + w] ^ words[known * Features.WORDS + w]);
        }
        return distance;
    }
}
