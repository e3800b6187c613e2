package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import ma.balagh.analysis.feature.AffinePlacement;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * Selects the media of stores that deserve a full comparison. The inverted index ranks keyframes by the features that
 * they probably share with one of the query's; for the best ones the features themselves are read, and a medium is
 * selected where enough of them lie at the same place, as the full comparison requires, too.
 */
final class CandidateMatcher {

    /** Candidates of one store that are verified, for each keyframe of the query. */
    private static final int VERIFIED = 32;

    private static final int FEWEST = 256;
    private static final int MOST = 2048;

    /** Pictures whose features are looked up together. */
    private static final int TOGETHER = 80;

    /** A keyframe of the query as one of its variants shows it. */
    private record Picture(Transformation variant, LocalFeatures features) {}

    private record Candidate(Picture picture, int keyframe, float score) {}

    private static final Comparator<Candidate> BY_SCORE = Comparator.comparingDouble(Candidate::score);

    private final List<Picture> pictures = new ArrayList<>();
    private final List<FeatureLookupTable> lookups = new ArrayList<>();
    private final Map<Integer, Set<Transformation>> named;
    private final int limit;

    /** @param named gets the media, by their place in the index, and the query's variants */
    CandidateMatcher(FootageQuery query, Map<Integer, Set<Transformation>> named) {
        for (Transformation variant : Transformation.ALL) {
            Map<LocalFeatures, Boolean> seen = new IdentityHashMap<>();
            for (LocalFeatures set : query.features(variant)) {
                if (seen.put(set, true) == null) {
                    pictures.add(new Picture(variant, set));
                }
            }
        }
        for (int from = 0; from < pictures.size(); from += TOGETHER) {
            lookups.add(new FeatureLookupTable(
                    pictures.subList(from, Math.min(pictures.size(), from + TOGETHER)).stream()
                            .map(Picture::features)
                            .toList()));
        }
        this.named = named;
        this.limit = Math.clamp((long) VERIFIED * pictures.size() / Transformation.ALL.size(), FEWEST, MOST);
    }

    /** @param firstEntry of the media that are asked for */
    void search(FeatureStore store, int firstEntry) {
        int first = store.firstKeyframe(Math.max(firstEntry, store.firstEntry()));
        if (first == store.keyframes()) {
            return;
        }
        var ballot = new CandidateVoteCounter(store, first);
        var best = new PriorityQueue<>(BY_SCORE);
        for (int k = 0; k < lookups.size(); k++) {
            int before = k * TOGETHER;
            ballot.vote(
                    lookups.get(k),
                    (picture, keyframe, score) -> keep(best, pictures.get(before + picture), keyframe, score));
        }
        List<Candidate> ordered = new ArrayList<>(best);
        ordered.sort(BY_SCORE.reversed());
        for (Candidate candidate : ordered) {
            verify(store, candidate);
        }
    }

    private void keep(PriorityQueue<Candidate> best, Picture picture, int keyframe, float score) {
        Candidate worst = best.size() < limit ? null : best.peek();
        if (worst == null || worst.score() < score) {
            if (worst != null) {
                best.remove();
            }
            best.add(new Candidate(picture, keyframe, score));
        }
    }

    private void verify(FeatureStore store, Candidate candidate) {
        int entry = store.entry(candidate.keyframe());
        Transformation variant = candidate.picture().variant();
        if (named.getOrDefault(entry, Set.of()).contains(variant)) {
            return;
        }
        LocalFeatures mine = candidate.picture().features();
        LocalFeatures other = store.features(candidate.keyframe());
        AffinePlacement placement = AffinePlacement.of(mine, other);
        if (placement != null && placement.support() >= LocalFeatureMatcher.needed(mine, other)) {
            named.computeIfAbsent(entry, none -> EnumSet.noneOf(Transformation.class))
                    .add(variant);
        }
    }
}
