package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.List;
import ma.balagh.analysis.feature.LocalFeatures;

/**
 * The feature lookups of some pictures, sorted by what is looked up, so that an inverted index is read from one end to
 * the other. Features are numbered across all pictures.
 */
final class FeatureLookupTable {

    /** For each piece, in order: the value that is looked for above, the number of the feature below. */
    private final long[][] lookups = new long[FeatureSketch.PIECES][];

    private final int[] signatures;
    /** For each picture the number behind its last feature. */
    private final int[] ends;

    FeatureLookupTable(List<LocalFeatures> pictures) {
        this.ends = new int[pictures.size()];
        int count = 0;
        for (int picture = 0; picture < ends.length; picture++) {
            count += pictures.get(picture).size();
            ends[picture] = count;
        }
        this.signatures = new int[count];
        for (int piece = 0; piece < lookups.length; piece++) {
            lookups[piece] = new long[count * (FeatureSketch.PIECE_BITS + 1)];
        }
        int number = 0;
        for (LocalFeatures set : pictures) {
            for (int feature = 0; feature < set.size(); feature++) {
                add(number++, set, feature);
            }
        }
        for (long[] sorted : lookups) {
            Arrays.sort(sorted);
        }
    }

    private void add(int number, LocalFeatures set, int feature) {
        signatures[number] = FeatureSketch.signature(set, feature);
        for (int piece = 0; piece < lookups.length; piece++) {
            int at = number * (FeatureSketch.PIECE_BITS + 1);
            int key = FeatureSketch.key(set, feature, piece);
            lookups[piece][at] = lookup(key, number);
            for (int bit = 0; bit < FeatureSketch.PIECE_BITS; bit++) {
                lookups[piece][at + 1 + bit] = lookup(key ^ 1 << bit, number);
            }
        }
    }

    private static long lookup(int key, int feature) {
        return (long) key << Integer.SIZE | feature;
    }

    long[] of(int piece) {
        return lookups[piece];
    }

    static int key(long lookup) {
        return (int) (lookup >>> Integer.SIZE);
    }

    static int feature(long lookup) {
        return (int) lookup;
    }

    int signature(int feature) {
        return signatures[feature];
    }

    int features() {
        return signatures.length;
    }

    int pictures() {
        return ends.length;
    }

    /** The number behind the last feature of a picture. */
    int end(int picture) {
        return ends[picture];
    }
}
