package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * The index at one moment. Whole frames of all media lie one after another in one array; arrays are shared with later
 * snapshots, which only write behind this one's end.
 *
 * @param entries media in the order of their sequence
 * @param words four for each frame
 * @param end frames in use
 * @param sequence of the last entry
 * @param table of the features of the first entries; a few newer ones are looked at without it
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record FootageSnapshot(List<Entry> entries, long[] words, int end, long sequence, FeatureTable table) {

    /** One medium; the words of its whole frames lie in the common array. */
    record Entry(UUID evidenceId, Footage footage) {}

    /** From this share of one medium on, another look would find nothing more. */
    private static final double EXPLAINED = 0.95;
    /** By so much more a later look has to explain, because it knows places and times less precisely. */
    private static final double GAIN = 0.1;

    /** Media that are looked at without the table until it is made anew. */
    private static final int FEW = 64;

    static final FootageSnapshot EMPTY = new FootageSnapshot(List.of(), new long[0], 0, 0, FeatureTable.EMPTY);

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
        boolean isOld = all.size() - table.entries() > Math.max(FEW, table.entries() / 4);
        FeatureTable fresh = isOld ? new FeatureTable(all) : table;
        return new FootageSnapshot(all, newWords, newEnd, batch.getLast().sequence(), fresh);
    }

    /** Compares a medium with those from {@code firstEntry} on. */
    List<FootageMatch> search(FootageQuery query, int firstEntry, FootageConfig config) {
        List<FootageMatch> matches = new ArrayList<>();
        boolean byTable = config.closeLook() && firstEntry < table.entries();
        Map<Integer, Set<Transformation>> named = byTable ? table.named(query) : Map.of();
        for (int k = firstEntry; k < entries.size(); k++) {
            Collection<Transformation> variants =
                    k < table.entries() ? named.getOrDefault(k, Set.of()) : Transformation.ALL;
            matches.addAll(search(query, entries.get(k), variants, config));
        }
        return matches;
    }

    /** Compares a medium with some of them. */
    List<FootageMatch> search(FootageQuery query, Set<UUID> evidenceIds, FootageConfig config) {
        return entries.stream()
                .filter(entry -> evidenceIds.contains(entry.evidenceId()))
                .flatMap(entry -> search(query, entry, Transformation.ALL, config).stream())
                .toList();
    }

    /** Whole pictures first, then pictures within pictures, then local features: until both are explained. */
    private static List<FootageMatch> search(
            FootageQuery query, Entry entry, Collection<Transformation> variants, FootageConfig config) {
        UUID id = entry.evidenceId();
        Footage other = entry.footage();
        List<FootageMatch> best = new WholeLook(
                        query.whole(), other.whole(), config, new SamePlace(query, other.keyframes()))
                .matches(id);
        for (QueryTrack inset : query.insets()) {
            best = better(best, new WholeLook(inset, other.whole(), config, null).matches(id));
            for (Track otherInset : other.insets()) {
                best = better(best, new WholeLook(inset, otherInset, config, null).matches(id));
            }
        }
        for (Track otherInset : other.insets()) {
            best = better(best, new WholeLook(query.whole(), otherInset, config, null).matches(id));
        }
        return config.closeLook() && !variants.isEmpty() && reach(best) < EXPLAINED
                ? better(best, new CloseLook(query, other.keyframes()).matches(id, variants))
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
