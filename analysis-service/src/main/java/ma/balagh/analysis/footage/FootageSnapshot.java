package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The index at one moment. Whole frames of all media lie one after another in one array; arrays are shared with later
 * snapshots, which only write behind this one's end.
 *
 * @param entries media in the order of their sequence
 * @param words four for each frame
 * @param end frames in use
 * @param sequence of the last entry
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record FootageSnapshot(List<Entry> entries, long[] words, int end, long sequence) {

    /** One medium; the words of its whole frames lie in the common array. */
    record Entry(UUID evidenceId, Footage footage) {}

    /** From this share of one medium on, another look would find nothing more. */
    private static final double EXPLAINED = 0.95;
    /** By so much more a later look has to explain, because it knows places and times less precisely. */
    private static final double GAIN = 0.1;

    static final FootageSnapshot EMPTY = new FootageSnapshot(List.of(), new long[0], 0, 0);

    /** The index with more media, which have to follow in sequence. Only the newest snapshot may be extended. */
    FootageSnapshot with(List<FootageLedger.Entry> batch) {
        int added =
                batch.stream().mapToInt(entry -> entry.footage().whole().size()).sum();
        int newEnd = Math.addExact(end, added);
        long[] newWords = words;
        if (words.length < newEnd * Track.WORDS) {
            newWords = Arrays.copyOf(words, Math.max(newEnd, newEnd + newEnd / 2) * Track.WORDS);
        }
        List<Entry> all = new ArrayList<>(entries);
        int start = end;
        for (FootageLedger.Entry entry : batch) {
            Footage footage = entry.footage();
            Track whole = footage.whole();
            System.arraycopy(whole.words(), 0, newWords, start * Track.WORDS, whole.size() * Track.WORDS);
            all.add(new Entry(
                    entry.evidenceId(),
                    new Footage(
                            Track.whole(whole.timeline(), newWords, start), footage.insets(), footage.keyframes())));
            start += whole.size();
        }
        return new FootageSnapshot(all, newWords, newEnd, batch.getLast().sequence());
    }

    /** Compares a medium with those from {@code firstEntry} on. */
    List<FootageMatch> search(FootageQuery query, int firstEntry, FootageConfig config) {
        List<FootageMatch> matches = new ArrayList<>();
        for (Entry entry : entries.subList(Math.min(firstEntry, entries.size()), entries.size())) {
            matches.addAll(search(query, entry, config));
        }
        return matches;
    }

    /** Compares a medium with some of them. */
    List<FootageMatch> search(FootageQuery query, Set<UUID> evidenceIds, FootageConfig config) {
        return entries.stream()
                .filter(entry -> evidenceIds.contains(entry.evidenceId()))
                .flatMap(entry -> search(query, entry, config).stream())
                .toList();
    }

    /** Whole pictures first, then pictures within pictures, then local features: until both are explained. */
    private static List<FootageMatch> search(FootageQuery query, Entry entry, FootageConfig config) {
        UUID id = entry.evidenceId();
        Footage other = entry.footage();
        List<FootageMatch> best = new WholeLook(query.whole(), other.whole(), config).matches(id);
        for (QueryTrack inset : query.insets()) {
            best = better(best, new WholeLook(inset, other.whole(), config).matches(id));
            for (Track otherInset : other.insets()) {
                best = better(best, new WholeLook(inset, otherInset, config).matches(id));
            }
        }
        for (Track otherInset : other.insets()) {
            best = better(best, new WholeLook(query.whole(), otherInset, config).matches(id));
        }
        return config.closeLook() && reach(best) < EXPLAINED
                ? better(best, new CloseLook(query, other.keyframes()).matches(id))
                : best;
    }

    private static List<FootageMatch> better(List<FootageMatch> before, List<FootageMatch> now) {
        return reach(now) > reach(before) + GAIN ? now : before;
    }

    /** How much of the better covered medium the matches explain. */
    private static double reach(List<FootageMatch> matches) {
        return Math.max(
                matches.stream().mapToDouble(FootageMatch::coverage).sum(),
                matches.stream().mapToDouble(FootageMatch::otherCoverage).sum());
    }
}
