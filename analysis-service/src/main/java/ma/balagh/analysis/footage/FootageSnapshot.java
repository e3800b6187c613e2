package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
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
     * @param keyframes its local features
     */
    record Entry(UUID evidenceId, int start, Timeline timeline, Keyframes keyframes) {}

    /** How far apart frames may be that continue a span: unrelated ones were never nearer than 72. */
    private static final int CARRIED = 60;
    /** Whole pictures that have to agree. */
    private static final int PICTURES = 2;
    /** From this share of one medium on, a closer look would find nothing more. */
    private static final double EXPLAINED = 0.95;
    /** By so much more a closer look has to explain, because it knows the times less precisely. */
    private static final double GAIN = 0.1;

    static final FootageSnapshot EMPTY = new FootageSnapshot(List.of(), new long[0], 0, 0);

    /** The index with more media, which have to follow in sequence. Only the newest snapshot may be extended. */
    FootageSnapshot with(List<FootageLedger.Entry> batch) {
        int added = batch.stream().mapToInt(entry -> entry.footage().size()).sum();
        int newEnd = Math.addExact(end, added);
        long[] newWords = words;
        if (words.length < newEnd * Footage.WORDS) {
            newWords = Arrays.copyOf(words, Math.max(newEnd, newEnd + newEnd / 2) * Footage.WORDS);
        }
        List<Entry> all = new ArrayList<>(entries);
        int start = end;
        for (FootageLedger.Entry entry : batch) {
            Footage footage = entry.footage();
            System.arraycopy(footage.words(), 0, newWords, start * Footage.WORDS, footage.words().length);
            all.add(new Entry(entry.evidenceId(), start, footage.timeline(), footage.keyframes()));
            start += footage.size();
        }
        return new FootageSnapshot(all, newWords, newEnd, batch.getLast().sequence());
    }

    /**
     * Compares a medium with those from {@code firstEntry} on: every frame, in each of the eight variants, with every
     * frame; and where whole pictures do not explain both, by local features.
     */
    List<FootageMatch> search(FootageQuery query, int firstEntry, FootageConfig config) {
        List<FootageMatch> matches = new ArrayList<>();
        for (Entry entry : entries.subList(Math.min(firstEntry, entries.size()), entries.size())) {
            matches.addAll(search(query, entry, config));
        }
        return matches;
    }

    private List<FootageMatch> search(FootageQuery query, Entry entry, FootageConfig config) {
        List<FootageMatch> whole = compareWhole(query, entry, config);
        if (!config.closeLook() || reach(whole) >= EXPLAINED) {
            return whole;
        }
        List<FootageMatch> close = new CloseLook(query, entry.keyframes()).matches(entry.evidenceId());
        return reach(close) > reach(whole) + GAIN ? close : whole;
    }

    private List<FootageMatch> compareWhole(FootageQuery query, Entry entry, FootageConfig config) {
        var hits = new Hits();
        collect(query, entry, config.distance(), hits);
        if (hits.size() == 0) {
            return List.of();
        }
        hits.sort();
        return new Agreement(
                        query.footage().timeline(),
                        entry.timeline(),
                        hits,
                        config.agreement(),
                        config.gap(),
                        PICTURES,
                        (variant, frame, otherFrame) -> carriesOn(query, variant, frame, entry, otherFrame))
                .matches(entry.evidenceId());
    }

    /** Beside frames that agree: what is a little further apart, and plain frames beside plain ones. */
    private boolean carriesOn(FootageQuery query, int variant, int frame, Entry entry, int otherFrame) {
        boolean plain = query.footage().timeline().plain()[frame];
        boolean otherPlain = entry.timeline().plain()[otherFrame];
        int distance = 0;
        for (int w = 0; w < Footage.WORDS; w++) {
            distance += Long.bitCount(query.variants()[variant][frame * Footage.WORDS + w]
                    ^ words[(entry.start() + otherFrame) * Footage.WORDS + w]);
        }
        return distance <= CARRIED || plain && otherPlain;
    }

    /** How much of the better covered medium the matches explain. */
    private static double reach(List<FootageMatch> matches) {
        return Math.max(
                matches.stream().mapToDouble(FootageMatch::coverage).sum(),
                matches.stream().mapToDouble(FootageMatch::otherCoverage).sum());
    }

    private void collect(FootageQuery query, Entry entry, int threshold, Hits hits) {
        int last = (entry.start() + entry.timeline().size()) * Footage.WORDS;
        for (int variant = 0; variant < query.variants().length; variant++) {
            long[] frames = query.variants()[variant];
            for (int frame = 0; frame < query.footage().size(); frame++) {
                if (query.footage().timeline().plain()[frame]) {
                    continue;
                }
                long w0 = frames[frame * Footage.WORDS];
                long w1 = frames[frame * Footage.WORDS + 1];
                long w2 = frames[frame * Footage.WORDS + 2];
                long w3 = frames[frame * Footage.WORDS + 3];
                for (int k = entry.start() * Footage.WORDS; k < last; k += Footage.WORDS) {
                    // Half of a hash tells nearly all pairs apart.
                    int distance = Long.bitCount(w0 ^ words[k]) + Long.bitCount(w1 ^ words[k + 1]);
                    if (distance <= threshold) {
                        distance += Long.bitCount(w2 ^ words[k + 2]) + Long.bitCount(w3 ^ words[k + 3]);
                        int otherFrame = k / Footage.WORDS - entry.start();
                        if (distance <= threshold && !entry.timeline().plain()[otherFrame]) {
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
