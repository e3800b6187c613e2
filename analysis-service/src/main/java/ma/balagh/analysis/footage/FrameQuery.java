package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is looked for among all frames: those of a medium as a whole and of its insets, in all variants.
 *
 * @param bundles everything that is compared with one fingerprint first
 */
record FrameQuery(List<Bundle> bundles) {

    /**
     * Fingerprints that resemble each other, or would if they were mirrored. As the distance obeys the triangle
     * inequality, whatever is further from the centre and its mirrored variants than a distance and the reach, is further
     * than that distance from each of them.
     *
     * @param centre in {@link FingerprintQuarters}
     * @param reach how far the furthest is from the centre, mirrored as itself
     * @param words of all of them
     */
    @SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
    record Bundle(int[] centre, int reach, long[] words) {

        /** Whether any of them is within the distance of this fingerprint. */
        boolean isNear(long[] other, int distance) {
            for (int at = 0; at < words.length; at += FingerprintTrack.WORDS) {
                if (distance(words, at, other, 0, 0) <= distance) {
                    return true;
                }
            }
            return false;
        }
    }

    FrameQuery {
        bundles = List.copyOf(bundles);
    }

    /** All fingerprints that are looked for. */
    long[] words() {
        return bundles.stream().map(Bundle::words).flatMapToLong(Arrays::stream).toArray();
    }

    static FrameQuery of(FootageQuery query) {
        List<Bundle> bundles = new ArrayList<>();
        add(query.whole(), bundles);
        query.insets().forEach(inset -> add(inset, bundles));
        return new FrameQuery(bundles);
    }

    /** One bundle for each run, and once more for what is transposed. */
    private static void add(QueryTrack track, List<Bundle> bundles) {
        FrameTimeline timeline = track.track().timeline();
        int from = 0;
        for (int to = 1; to <= timeline.size(); to++) {
            if (to == timeline.size()
                    || timeline.runs()[to] != timeline.runs()[from]
                    || timeline.plain()[to] != timeline.plain()[from]) {
                if (!timeline.plain()[from]) {
                    for (int variant = 0;
                            variant < track.variants().length;
                            variant += FingerprintQuarters.TURNED.length) {
                        bundles.add(bundle(track.variants(), variant, from, to));
                    }
                }
                from = to;
            }
        }
    }

    private static Bundle bundle(long[][] variants, int variant, int from, int to) {
        var centre = new int[FingerprintQuarters.INTS];
        FingerprintQuarters.sort(variants[variant], from * FingerprintTrack.WORDS, centre, 0, 1);
        int length = (to - from) * FingerprintTrack.WORDS;
        var words = new long[FingerprintQuarters.TURNED.length * length];
        int reach = 0;
        for (int turn = 0; turn < FingerprintQuarters.TURNED.length; turn++) {
            long[] turned = variants[variant + turn];
            System.arraycopy(turned, from * FingerprintTrack.WORDS, words, turn * length, length);
            for (int frame = from; frame < to; frame++) {
                reach = Math.max(
                        reach,
                        distance(
                                turned,
                                frame * FingerprintTrack.WORDS,
                                variants[variant],
                                from * FingerprintTrack.WORDS,
                                FingerprintQuarters.TURNED[turn]));
            }
        }
        return new Bundle(centre, reach, words);
    }

    private static int distance(long[] words, int at, long[] others, int otherAt, long turned) {
        int distance = 0;
        for (int w = 0; w < FingerprintTrack.WORDS; w++) {
            distance += Long.bitCount(words[at + w] ^ others[otherAt + w] ^ turned);
        }
        return distance;
    }
}
