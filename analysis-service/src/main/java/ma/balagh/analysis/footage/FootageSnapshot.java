package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The index at one moment. Frames of all media lie one after another in one array; arrays are shared with later
 * snapshots, which only write behind this one's end.
 *
 * @param entries media in the order of their sequence
 * @param words four for each frame
 * @param end frames in use
 * @param sequence of the last entry
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record FootageSnapshot(List<Entry> entries, long[] words, int end, long sequence) {

    /**
     * One medium.
     *
     * @param start its first frame in the common array
     * @param timeline its times and runs; its words lie in the common array
     */
    record Entry(UUID evidenceId, int start, Timeline timeline) {}

    static final FootageSnapshot EMPTY = new FootageSnapshot(List.of(), new long[0], 0, 0);

    /**
     * Compares a medium with those from {@code firstEntry} on: every frame, in each of the eight variants, with every
     * frame.
     */
    List<FootageMatch> search(FootageQuery query, int firstEntry, FootageConfig config) {
        List<FootageMatch> matches = new ArrayList<>();
        var hits = new Hits();
        for (Entry entry : entries.subList(Math.min(firstEntry, entries.size()), entries.size())) {
            hits.clear();
            collect(query, entry, config.distance(), hits);
            if (hits.size() > 0) {
                hits.sort();
                matches.addAll(new Agreement(query.footage().timeline(), entry.timeline(), hits, config)
                        .matches(entry.evidenceId()));
            }
        }
        return matches;
    }

    private void collect(FootageQuery query, Entry entry, int threshold, Hits hits) {
        int last = (entry.start() + entry.timeline().size()) * Footage.WORDS;
        for (int variant = 0; variant < query.variants().length; variant++) {
            long[] frames = query.variants()[variant];
            for (int frame = 0; frame < query.frames(); frame++) {
                long w0 = frames[frame * Footage.WORDS];
                long w1 = frames[frame * Footage.WORDS + 1];
                long w2 = frames[frame * Footage.WORDS + 2];
                long w3 = frames[frame * Footage.WORDS + 3];
                for (int k = entry.start() * Footage.WORDS; k < last; k += Footage.WORDS) {
                    // Half of a hash tells nearly all pairs apart.
                    int distance = Long.bitCount(w0 ^ words[k]) + Long.bitCount(w1 ^ words[k + 1]);
                    if (distance <= threshold) {
                        distance += Long.bitCount(w2 ^ words[k + 2]) + Long.bitCount(w3 ^ words[k + 3]);
                        if (distance <= threshold) {
                            int otherFrame = k / Footage.WORDS - entry.start();
                            int offset = entry.timeline().millis()[otherFrame]
                                    - query.footage().timeline().millis()[frame];
                            hits.add(variant, offset, frame, otherFrame, distance);
                        }
                    }
                }
            }
        }
    }
}
