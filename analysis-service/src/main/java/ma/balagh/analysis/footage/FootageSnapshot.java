package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * The index at one moment. It shares what it holds with later ones, which only write behind this one's end.
 *
 * @param entries media in the order of their sequence
 * @param frames of all tracks of all media
 * @param table of their features
 */
record FootageSnapshot(Series<Entry> entries, FrameIndex frames, FeatureTable table) {

    /**
     * One medium.
     *
     * @param track its first one among all tracks: the whole pictures
     * @param tracks how many it has: the others are insets
     */
    record Entry(long sequence, UUID evidenceId, int track, int tracks, Keyframes keyframes) {}

    /** From this share of one medium on, another look would find nothing more. */
    private static final double EXPLAINED = 0.95;
    /** By so much more a later look has to explain, because it knows places and times less precisely. */
    private static final double GAIN = 0.1;

    /** So few media are all looked at closely; a table of few features says little. */
    private static final int FEW = 64;

    static FootageSnapshot empty() {
        return new FootageSnapshot(Series.empty(), FrameIndex.EMPTY, FeatureTable.empty());
    }

    /** The index with one more medium, which has to follow in sequence. Only the newest snapshot may be extended. */
    FootageSnapshot with(FootageLedger.Entry added) {
        Footage footage = added.footage();
        FrameIndex longer = frames.with(footage.whole());
        for (Track inset : footage.insets()) {
            longer = longer.with(inset);
        }
        int first = frames.tracks().size();
        var entry = new Entry(
                added.sequence(), added.evidenceId(), first, longer.tracks().size() - first, footage.keyframes());
        return new FootageSnapshot(entries.with(entry), longer, table.with(entries.size(), footage.keyframes()));
    }

    /** Of the last entry; 0 before the first. */
    long sequence() {
        return entries.isEmpty() ? 0 : entries.getLast().sequence();
    }

    /** What is known of a medium. */
    Footage footage(Entry entry) {
        List<Track> tracks = IntStream.range(entry.track(), entry.track() + entry.tracks())
                .mapToObj(frames::track)
                .toList();
        return new Footage(tracks.getFirst(), tracks.subList(1, tracks.size()), entry.keyframes());
    }

    /** Compares a medium with those from {@code firstEntry} on. */
    List<FootageMatch> search(FootageQuery query, int firstEntry, FootageConfig config) {
        return search(query, firstEntry, config, id -> true);
    }

    /** Compares a medium with some of them. */
    List<FootageMatch> search(FootageQuery query, int firstEntry, FootageConfig config, Predicate<UUID> isSought) {
        if (firstEntry >= entries.size()) {
            return List.of();
        }
        BitSet near = frames.near(
                FrameQuery.of(query), config.distance(), entries.get(firstEntry).track());
        boolean byTable = config.closeLook() && (entries.size() > FEW || query.isTurned());
        Map<Integer, Set<Transformation>> named = byTable ? table.named(query, firstEntry) : Map.of();
        List<FootageMatch> matches = new ArrayList<>();
        for (int k = firstEntry; k < entries.size(); k++) {
            Entry entry = entries.get(k);
            Collection<Transformation> variants = byTable ? named.getOrDefault(k, Set.of()) : Transformation.ALL;
            int found = near.nextSetBit(entry.track());
            boolean isNear = found >= 0 && found < entry.track() + entry.tracks();
            if ((isNear || !variants.isEmpty()) && isSought.test(entry.evidenceId())) {
                matches.addAll(search(query, entry, near, variants, config));
            }
        }
        return matches;
    }

    /** Whole pictures first, then pictures within pictures, then local features: until both are explained. */
    private List<FootageMatch> search(
            FootageQuery query, Entry entry, BitSet near, Collection<Transformation> variants, FootageConfig config) {
        UUID id = entry.evidenceId();
        List<Track> whole = tracks(near, entry.track(), 1);
        List<Track> insets = tracks(near, entry.track() + 1, entry.tracks() - 1);
        List<FootageMatch> best = List.of();
        for (Track other : whole) {
            best = new WholeLook(query.whole(), other, config, new SamePlace(query, entry.keyframes())).matches(id);
        }
        for (QueryTrack inset : query.insets()) {
            for (Track other : whole) {
                best = better(best, new WholeLook(inset, other, config, null).matches(id));
            }
            for (Track other : insets) {
                best = better(best, new WholeLook(inset, other, config, null).matches(id));
            }
        }
        for (Track other : insets) {
            best = better(best, new WholeLook(query.whole(), other, config, null).matches(id));
        }
        return config.closeLook() && !variants.isEmpty() && reach(best) < EXPLAINED
                ? better(best, new CloseLook(query, entry.keyframes()).matches(id, variants))
                : best;
    }

    /** Those of some tracks that any frame of the query is near to. */
    private List<Track> tracks(BitSet near, int first, int count) {
        return near.stream()
                .filter(track -> track >= first && track < first + count)
                .mapToObj(frames::track)
                .toList();
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
