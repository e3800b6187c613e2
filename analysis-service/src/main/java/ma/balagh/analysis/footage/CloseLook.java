package ma.balagh.analysis.footage;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.feature.Features;
import ma.balagh.analysis.feature.Placement;
import ma.balagh.analysis.fingerprint.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * The second stage: looks by local features whether the pictures of one medium lie anywhere in those of another, where
 * whole pictures are not alike. Every pair of keyframes in which enough features stand at the same place, in one of the
 * eight variants, is a hit; hits have to agree in time as in the first stage.
 */
final class CloseLook {

    /** Features that have to stand at the same place. Of unrelated pictures it was never more than five. */
    private static final int SUPPORT = 6;

    private static final int LEAST = 4;
    /** With so many, one picture alone is enough. */
    private static final int STRONG = 10;
    /** A variant with so many is the right one; the others need not be looked at. */
    private static final int PLAIN = 16;

    /** Keyframes of both sides are sampled, so that offsets vary by up to half of the distance of each. */
    private static final Duration AGREEMENT = Duration.ofMillis(800);

    private static final Duration GAP = Duration.ofSeconds(3);

    private record Pair(Transformation variant, int frame, int otherFrame) {}

    private final FootageQuery query;
    private final Timeline mine;
    private final Keyframes other;
    private final Map<Pair, Placement> placements = new HashMap<>();
    private final Hits hits = new Hits();
    private int strongest;

    CloseLook(FootageQuery query, Keyframes other) {
        this.query = query;
        this.mine = query.keyframes().timeline();
        this.other = other;
    }

    /** @param variants of the query that are looked at, in their order */
    List<FootageMatch> matches(UUID evidenceId, Collection<Transformation> variants) {
        for (Transformation variant : variants) {
            look(variant);
            if (strongest >= PLAIN) {
                break;
            }
        }
        if (hits.size() == 0) {
            return List.of();
        }
        int pictures = strongest >= STRONG ? 1 : 2;
        return new Agreement(mine, other.timeline(), hits, AGREEMENT, GAP, pictures, this::carriesOn)
                .matches(evidenceId).stream().map(this::placed).toList();
    }

    private boolean carriesOn(int variant, int frame, int otherFrame) {
        return mine.plain()[frame] && other.timeline().plain()[otherFrame]
                || placements.containsKey(new Pair(Transformation.ALL.get(variant), frame, otherFrame));
    }

    private void look(Transformation variant) {
        List<Features> frames = query.features(variant);
        for (int frame = 0; frame < frames.size(); frame++) {
            for (int otherFrame = 0; otherFrame < other.size(); otherFrame++) {
                Placement placement = placement(frames, frame, otherFrame, variant);
                if (placement != null && placement.support() >= needed(frames.get(frame), otherFrame)) {
                    placements.put(new Pair(variant, frame, otherFrame), placement);
                    strongest = Math.max(strongest, placement.support());
                    hits.add(
                            variant.ordinal(), frame, otherFrame, Math.max(0, Hits.MAX_DISTANCE - placement.support()));
                }
            }
        }
    }

    /** The fewer features there are, the less stand at the same place by chance. */
    private int needed(Features features, int otherFrame) {
        int fewer = Math.min(features.size(), other.features().get(otherFrame).size());
        return Math.min(SUPPORT, LEAST + fewer / 16);
    }

    /** Frames of one run have the same features: they are compared once. */
    private @Nullable Placement placement(List<Features> frames, int frame, int otherFrame, Transformation variant) {
        boolean isSeen = frame > 0 && frames.get(frame) == frames.get(frame - 1);
        boolean isOtherSeen = otherFrame > 0
                && other.features().get(otherFrame) == other.features().get(otherFrame - 1);
        if (isSeen) {
            return placements.get(new Pair(variant, frame - 1, otherFrame));
        }
        return isOtherSeen
                ? placements.get(new Pair(variant, frame, otherFrame - 1))
                : Placement.of(frames.get(frame), other.features().get(otherFrame));
    }

    /** With the view of the pair that has the most support within its spans. */
    private FootageMatch placed(FootageMatch match) {
        return placements.entrySet().stream()
                .filter(found ->
                        found.getKey().variant() == match.transformation().inverse())
                .filter(found -> isWithin(match, found.getKey()))
                .max(Comparator.comparingInt(found -> found.getValue().support()))
                .map(found -> match.with(view(found.getKey(), found.getValue())))
                .orElse(match);
    }

    private View view(Pair pair, Placement placement) {
        return View.of(
                placement,
                query.features(pair.variant()).get(pair.frame()),
                other.features().get(pair.otherFrame()),
                pair.variant());
    }

    private boolean isWithin(FootageMatch match, Pair pair) {
        double at = mine.millis()[pair.frame()] / 1000.0;
        double otherAt = other.timeline().millis()[pair.otherFrame()] / 1000.0;
        return match.spans().stream()
                .anyMatch(span -> span.from() <= at
                        && at <= span.to()
                        && span.otherFrom() <= otherAt
                        && otherAt <= span.otherTo());
    }
}
