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
record FootageSnapshot(AppendOnlyList<Entry> entries, FrameIndex frames, FeatureTable table) {

    /**
     * One medium.
     *
     * @param track its first one among all tracks: the whole pictures
     * @param tracks how many it has: the others are insets
     */
    record Entry(long sequence, UUID evidenceId, int track, int tracks) {}

    /** From this share of one medium on, another look would find nothing more. */
    private static final double EXPLAINED = 0.95;
    /** By so much more a later look has to explain, because it knows places and times less precisely. */
    private static final double GAIN = 0.1;

    static FootageSnapshot empty() {
        return new FootageSnapshot(AppendOnlyList.empty(), FrameIndex.EMPTY, FeatureTable.empty());
    }

    /** The index with one more medium, which has to follow in sequence. Only the newest snapshot may be extended. */
    FootageSnapshot with(FootageEntry added) {
        return withoutDetails(added).with(table.with(added.footage().keyframes()));
    }

    /** Of the media in some segments. */
    static FootageSnapshot of(List<FootageSegmentReader> segments) {
        FootageSnapshot snapshot = empty();
        for (FootageSegmentReader segment : segments) {
            for (int entry = segment.firstEntry(); entry < segment.endEntry(); entry++) {
                snapshot = snapshot.withoutDetails(segment.withoutDetails(entry));
            }
        }
        return snapshot.with(new FeatureTable(segments, RecentFeatures.from(snapshot.entries.size())));
    }

    /** The same media, of which more lie in segments. */
    FootageSnapshot with(List<FootageSegmentReader> segments) {
        return with(table.with(segments));
    }

    private FootageSnapshot with(FeatureTable other) {
        return new FootageSnapshot(entries, frames, other);
    }

    private FootageSnapshot withoutDetails(FootageEntry added) {
        FrameIndex longer = frames.with(added.footage().whole());
        for (FingerprintTrack inset : added.footage().insets()) {
            longer = longer.with(inset);
        }
        int first = frames.tracks().size();
        var entry = new Entry(
                added.sequence(), added.evidenceId(), first, longer.tracks().size() - first);
        return new FootageSnapshot(entries.with(entry), longer, table);
    }

    /** Of the last entry; 0 before the first. */
    long sequence() {
        return entries.isEmpty() ? 0 : entries.getLast().sequence();
    }

    FootagePosition position(int entry) {
        return new FootagePosition(
                entries.get(entry).sequence(), entries.get(entry).evidenceId());
    }

    /** Frames of a medium's tracks. */
    int frames(int entry) {
        Entry medium = entries.get(entry);
        return IntStream.range(medium.track(), medium.track() + medium.tracks())
                .map(track -> frames.tracks().get(track).timeline().size())
                .sum();
    }

    /** A medium as it is stored. */
    StoredFootage stored(int entry) {
        if (table.store(entry) instanceof FootageSegmentReader segment) {
            return segment.stored(entry);
        }
        Entry medium = entries.get(entry);
        List<FingerprintTrack> tracks = IntStream.range(medium.track(), medium.track() + medium.tracks())
                .mapToObj(frames::track)
                .toList();
        var footage = new MediumFootage(tracks.getFirst(), tracks.subList(1, tracks.size()), table.keyframes(entry));
        return new StoredFootage(medium.sequence(), medium.evidenceId(), footage.parts());
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
        Map<Integer, Set<Transformation>> named = config.closeLook() ? query.named(table, firstEntry) : Map.of();
        List<FootageMatch> matches = new ArrayList<>();
        for (int k = firstEntry; k < entries.size(); k++) {
            Entry entry = entries.get(k);
            Collection<Transformation> variants = named.getOrDefault(k, Set.of());
            int found = near.nextSetBit(entry.track());
            boolean isNear = found >= 0 && found < entry.track() + entry.tracks();
            if ((isNear || !variants.isEmpty()) && isSought.test(entry.evidenceId())) {
                matches.addAll(search(query, k, near, variants, config));
            }
        }
        return matches;
    }

    /** Whole pictures first, then pictures within pictures, then local features: until both are explained. */
    private List<FootageMatch> search(
            FootageQuery query, int number, BitSet near, Collection<Transformation> variants, FootageConfig config) {
        Entry entry = entries.get(number);
        UUID id = entry.evidenceId();
        var keyframes = new KeyframesReader(table, number);
        List<FingerprintTrack> whole = tracks(near, entry.track(), 1);
        List<FingerprintTrack> insets = tracks(near, entry.track() + 1, entry.tracks() - 1);
        List<FootageMatch> best = List.of();
        for (FingerprintTrack other : whole) {
            best = new FingerprintMatcher(query.whole(), other, config, new SamePlaceDetector(query, keyframes))
                    .matches(id);
        }
        for (QueryTrack inset : query.insets()) {
            for (FingerprintTrack other : whole) {
                best = better(best, new FingerprintMatcher(inset, other, config, null).matches(id));
            }
            for (FingerprintTrack other : insets) {
                best = better(best, new FingerprintMatcher(inset, other, config, null).matches(id));
            }
        }
        for (FingerprintTrack other : insets) {
            best = better(best, new FingerprintMatcher(query.whole(), other, config, null).matches(id));
        }
        return !variants.isEmpty() && reach(best) < EXPLAINED
                ? better(best, new LocalFeatureMatcher(query, keyframes.read()).matches(id, variants))
                : best;
    }

    /** Those of some tracks that any frame of the query is near to. */
    private List<FingerprintTrack> tracks(BitSet near, int first, int count) {
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
