package ma.balagh.analysis.footage;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.analysis.feature.AffinePlacement;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.motion.InsetDrift;
import org.jspecify.annotations.Nullable;

/**
 * The second stage: looks by local features whether the pictures of one medium lie anywhere in those of another, where
 * whole pictures are not alike. Every pair of keyframes in which enough features stand at the same place, in one of the
 * eight variants, is a hit; hits have to agree in time as in the first stage.
 */
final class LocalFeatureMatcher {

    /** Features that have to stand at the same place. Of unrelated pictures it was never more than five. */
    private static final int SUPPORT = 6;

    private static final int LEAST = 4;
    /** With so many, one picture alone is enough; or with a few less, if they are this share of all. */
    private static final int STRONG = 10;

    private static final int NEARLY_STRONG = 8;
    private static final double SHARE = 0.28;
    /** A variant with so many is the right one; the others need not be looked at. */
    private static final int PLAIN = 16;

    /** Where the map is known, so many are enough if they are this share of all. */
    private static final int FEW = 3;

    private static final double MANY = 0.3;
    private static final double HALF = 0.5;
    /** By which factor the maps of one copy may differ in size. */
    private static final double RESIZED = 1.25;

    /** Keyframes of both sides are sampled, so that offsets vary by up to half of the distance of each. */
    private static final Duration AGREEMENT = Duration.ofMillis(800);

    /** Another speed needs so much more evidence, as keyframes are seldom. */
    private static final double CLEARLY = 1.3;

    private static final Duration GAP = Duration.ofSeconds(3);

    private record Pair(Transformation variant, int frame, int otherFrame) {}

    private final FootageQuery query;
    private final FrameTimeline mine;
    private final MediumKeyframes other;
    /** In the order of finding: of equal ones the first counts, in every run. */
    private final Map<Pair, AffinePlacement> placements = new LinkedHashMap<>();

    private final Map<Transformation, AffinePlacement> best = new EnumMap<>(Transformation.class);
    private final FrameHitList hits = new FrameHitList();
    private int strongest;

    LocalFeatureMatcher(FootageQuery query, MediumKeyframes other) {
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
        keepOneSize();
        int pictures = pictures();
        if (strongest < SUPPORT
                || pictures > Math.min(mine.pictures(), other.timeline().pictures())) {
            return List.of();
        }
        return new TemporalAlignmentMatcher(
                        mine, other.timeline(), hits, AGREEMENT, GAP, pictures, CLEARLY, this::carriesOn)
                .matches(evidenceId).stream().map(this::placed).toList();
    }

    /** How many have to agree. What stands in both for a while among other pictures may be a title card, and is one. */
    private int pictures() {
        List<Pair> strong = placements.entrySet().stream()
                .filter(found -> isStrong(found.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        boolean moves = strong.stream()
                .anyMatch(pair ->
                        !mine.isStanding(pair.frame()) || !other.timeline().isStanding(pair.otherFrame()));
        boolean isStill = mine.isStill() || other.timeline().isStill();
        boolean isAll =
                !strong.isEmpty() && Math.min(mine.pictures(), other.timeline().pictures()) == 1;
        return moves || isStill || isAll ? 1 : 2;
    }

    private boolean carriesOn(int variant, int frame, int otherFrame) {
        Transformation transformation = Transformation.ALL.get(variant);
        if (mine.plain()[frame] && other.timeline().plain()[otherFrame]
                || placements.containsKey(new Pair(transformation, frame, otherFrame))) {
            return true;
        }
        AffinePlacement map = best.get(transformation);
        return map != null
                && isConfirmed(map.between(
                        query.features(transformation).get(frame),
                        other.features().get(otherFrame)));
    }

    private static boolean isStrong(AffinePlacement placement) {
        return placement.support() >= STRONG || placement.support() >= NEARLY_STRONG && placement.share() >= SHARE;
    }

    /** Where the place is known, fewer features say as much. */
    static boolean isConfirmed(AffinePlacement placement) {
        return placement.support() >= SUPPORT
                || placement.support() >= FEW && placement.share() >= MANY
                || placement.support() == FEW - 1 && placement.share() >= HALF;
    }

    /** A copy has one size, though its camera may move: what has another by a few details has it by chance. */
    private void keepOneSize() {
        placements.forEach((pair, placement) ->
                best.merge(pair.variant(), placement, (one, two) -> two.support() > one.support() ? two : one));
        placements.entrySet().removeIf(found -> isOfOtherSize(found.getKey().variant(), found.getValue()));
        placements.forEach((pair, placement) ->
                hits.add(pair.variant().ordinal(), pair.frame(), pair.otherFrame(), distance(placement.support())));
    }

    private boolean isOfOtherSize(Transformation variant, AffinePlacement placement) {
        AffinePlacement map = best.get(variant);
        return map != null && placement.support() < STRONG && map.difference(placement) > RESIZED;
    }

    /** On the scale of fingerprints: the more there is, the less does one more say. */
    private static int distance(int support) {
        double likeness = Math.min(1, Math.log(support) / Math.log(FrameHitList.MAX_DISTANCE));
        return (int) Math.round(FrameHitList.MAX_DISTANCE * (1 - likeness));
    }

    private void look(Transformation variant) {
        List<LocalFeatures> frames = query.features(variant);
        for (int frame = 0; frame < frames.size(); frame++) {
            for (int otherFrame = 0; otherFrame < other.size(); otherFrame++) {
                AffinePlacement placement = placement(frames, frame, otherFrame, variant);
                if (placement != null
                        && placement.support()
                                >= needed(frames.get(frame), other.features().get(otherFrame))) {
                    placements.put(new Pair(variant, frame, otherFrame), placement);
                    strongest = Math.max(strongest, placement.support());
                }
            }
        }
    }

    /** Features that have to stand at the same place: the fewer there are, the less do so by chance. */
    static int needed(LocalFeatures mine, LocalFeatures other) {
        int fewer = Math.min(mine.size(), other.size());
        return Math.min(SUPPORT, LEAST + fewer / 16);
    }

    /** Frames of one run have the same features: they are compared once. */
    private @Nullable AffinePlacement placement(
            List<LocalFeatures> frames, int frame, int otherFrame, Transformation variant) {
        boolean isSeen = frame > 0 && frames.get(frame) == frames.get(frame - 1);
        boolean isOtherSeen = otherFrame > 0
                && other.features().get(otherFrame) == other.features().get(otherFrame - 1);
        if (isSeen) {
            return placements.get(new Pair(variant, frame - 1, otherFrame));
        }
        return isOtherSeen
                ? placements.get(new Pair(variant, frame, otherFrame - 1))
                : AffinePlacement.of(frames.get(frame), other.features().get(otherFrame));
    }

    /** With the view of the pair that has the most support within its spans, and how it moves. */
    private FootageMatch placed(FootageMatch match) {
        List<Map.Entry<Pair, AffinePlacement>> within = placements.entrySet().stream()
                .filter(found ->
                        found.getKey().variant() == match.transformation().inverse())
                .filter(found -> isWithin(match, found.getKey()))
                .toList();
        return within.stream()
                .max(Comparator.comparingInt(found -> found.getValue().support()))
                .map(found -> view(found.getKey(), found.getValue()))
                .map(view -> match.with(view.with(drift(within, view))))
                .orElse(match);
    }

    private InsetDrift drift(List<Map.Entry<Pair, AffinePlacement>> within, PictureAlignment view) {
        Map<Integer, Map.Entry<Pair, AffinePlacement>> byFrame = new TreeMap<>();
        within.stream()
                .filter(found -> found.getValue().support() >= SUPPORT)
                .forEach(found -> byFrame.merge(
                        found.getKey().frame(),
                        found,
                        (one, two) -> two.getValue().support() > one.getValue().support() ? two : one));
        return InsetDrift.of(
                byFrame.values().stream()
                        .map(found -> new InsetDrift.Moment(
                                mine.millis()[found.getKey().frame()] / 1000.0,
                                view(found.getKey(), found.getValue()).alignment()))
                        .toList(),
                view.alignment());
    }

    private PictureAlignment view(Pair pair, AffinePlacement placement) {
        return PictureAlignment.of(
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
