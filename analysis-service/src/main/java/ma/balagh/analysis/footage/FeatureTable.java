package ma.balagh.analysis.footage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * The local features of all media: of most in segments, which are mapped from files, of the newest in memory.
 *
 * @param segments in the order of their media, without gaps from the first medium on
 * @param recent what follows them
 */
record FeatureTable(List<FootageSegmentReader> segments, RecentFeatures recent) {

    FeatureTable {
        segments = List.copyOf(segments);
    }

    static FeatureTable empty() {
        return new FeatureTable(List.of(), RecentFeatures.from(0));
    }

    /** The table with one more medium. Only the newest may be extended. */
    FeatureTable with(MediumKeyframes added) {
        return new FeatureTable(segments, recent.with(added));
    }

    /** The same, of which more lies in segments. */
    FeatureTable with(List<FootageSegmentReader> more) {
        return new FeatureTable(more, recent.since(more.getLast().endEntry()));
    }

    /** All keyframes of a medium; they may have to be read from a file. */
    MediumKeyframes keyframes(int entry) {
        return store(entry).keyframesOf(entry);
    }

    /** How many keyframes of a medium have features of their own. */
    int ownKeyframes(int entry) {
        FeatureStore store = store(entry);
        return store.firstKeyframe(entry + 1) - store.firstKeyframe(entry);
    }

    /** Where the medium lies. */
    FeatureStore store(int entry) {
        if (entry >= recent.firstEntry()) {
            return recent;
        }
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).endEntry() <= entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return segments.get(low);
    }

    /** Of all keyframes of their own. */
    long size() {
        return recent.keyframes()
                + segments.stream().mapToLong(FootageSegmentReader::keyframes).sum();
    }

    /** The media, by their place in the index, and the query's variants that a closer look is worth. */
    Map<Integer, Set<Transformation>> named(FootageQuery query, int firstEntry) {
        Map<Integer, Set<Transformation>> named = new HashMap<>();
        var search = new CandidateMatcher(query, named);
        for (FootageSegmentReader segment : segments) {
            if (segment.endEntry() > firstEntry) {
                search.search(segment, firstEntry);
            }
        }
        search.search(recent, firstEntry);
        return named;
    }
}
