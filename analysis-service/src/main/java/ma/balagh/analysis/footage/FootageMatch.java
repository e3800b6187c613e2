package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.motion.AffineAlignment;
import ma.balagh.analysis.motion.InsetDrift;
import org.jspecify.annotations.Nullable;

/**
 * Which seconds of one medium show the same recording as which seconds of another, or sound the same.
 *
 * @param evidenceId the other medium
 * @param kind whether one was made of the other, or both only have these seconds in common
 * @param transformation how the other's picture is turned or mirrored in this one
 * @param view where the pictures lie in each other; null where whole pictures are alike
 * @param spans in the order of this medium's time
 * @param coverage share of this medium that they cover, 0 to 1
 * @param otherCoverage share of the other medium, 0 to 1
 * @param score 1 for the same frames or sound, 0 for what is as far apart as if unrelated
 * @param sound what the sounds say to the pictures; null where they say nothing
 * @param reason whether what moves agrees, too; null where that was not asked, as of what is only heard
 * @param sought as what this was compared with the other: as it is, as a negative, or backwards
 */
public record FootageMatch(
        UUID evidenceId,
        Kind kind,
        Transformation transformation,
        @Nullable PictureAlignment view,
        List<Span> spans,
        double coverage,
        double otherCoverage,
        double score,
        @Nullable Sound sound,
        @Nullable MomentsReason reason,
        Set<AlterationKind> sought) {

    /** Lengths of time that differ by less than this share have the same speed. */
    private static final double STEADY = 0.04;
    /** Shorter spans are too coarsely sampled to tell a speed, in seconds. */
    private static final double LONG_ENOUGH = 3;
    /** What is covered by less is not all of it. */
    private static final double ALL = 0.9;
    /** Instead of nothing, to divide by, in seconds. */
    private static final double SHORTEST = 1e-3;

    /** What the match means. */
    public enum Kind {
        /** One is, or contains, a copy of the other. */
        COPY,
        /** They share an intro, an excerpt of a third, or a background. */
        SHARED_SPAN,
        /** They show the same place, probably by the same camera, at another time. The spans are one moment of each. */
        SAME_SCENE,
        /** The sound is the same; of the pictures it says nothing. */
        SHARED_SOUND
    }

    /** What the sound says to pictures that are the same. */
    public enum Sound {
        /** It is the same, at the same time. */
        SAME(AlterationKind.SAME_SOUND),
        /** It is the same, at another time than the picture. */
        SHIFTED(AlterationKind.SHIFTED_SOUND),
        /** It is another. */
        OTHER(AlterationKind.OTHER_SOUND),
        /** One of both has none. */
        MISSING(AlterationKind.NO_SOUND);

        private final AlterationKind alteration;

        Sound(AlterationKind alteration) {
            this.alteration = alteration;
        }
    }

    public FootageMatch {
        spans = List.copyOf(spans);
        sought = Set.copyOf(sought);
    }

    /** Seconds of this medium, and the seconds of the other that show the same. */
    public record Span(double from, double to, double otherFrom, double otherTo) {

        double length() {
            return to - from;
        }

        /** Shows one moment of the other for a while. */
        boolean isStanding() {
            return to > from && otherTo == otherFrom;
        }

        Span swapped() {
            return new Span(otherFrom, otherTo, from, to);
        }
    }

    FootageMatch as(Kind decided) {
        return new FootageMatch(
                evidenceId,
                decided,
                transformation,
                view,
                spans,
                coverage,
                otherCoverage,
                score,
                sound,
                reason,
                sought);
    }

    /** Of these seconds alone, whose motion agrees. */
    FootageMatch withSpans(List<Span> agreeing) {
        double here = length(agreeing, Span::length) / Math.max(SHORTEST, length(spans, Span::length));
        double there = length(agreeing, span -> span.swapped().length())
                / Math.max(SHORTEST, length(spans, span -> span.swapped().length()));
        boolean isStill = length(spans, Span::length) == 0;
        return new FootageMatch(
                evidenceId,
                kind,
                transformation,
                view,
                agreeing,
                isStill ? coverage : Math.min(1, coverage * here),
                isStill ? otherCoverage : Math.min(1, otherCoverage * there),
                score,
                sound,
                MomentsReason.MOTION_AGREES,
                sought);
    }

    private static double length(List<Span> spans, ToDoubleFunction<Span> length) {
        return spans.stream().mapToDouble(length).sum();
    }

    /**
     * The same place and no more.
     *
     * @param alike seconds of both in which it is seen; a moment of them is kept
     * @param likeness of the places, 0 to 1
     */
    FootageMatch sameScene(MomentsReason why, Span alike, double likeness) {
        double at = (alike.from() + alike.to()) / 2;
        double otherAt = (alike.otherFrom() + alike.otherTo()) / 2;
        return new FootageMatch(
                evidenceId,
                Kind.SAME_SCENE,
                transformation,
                view,
                List.of(new Span(at, at, otherAt, otherAt)),
                0,
                0,
                likeness,
                null,
                why,
                sought);
    }

    FootageMatch with(PictureAlignment found) {
        return new FootageMatch(
                evidenceId, kind, transformation, found, spans, coverage, otherCoverage, score, sound, reason, sought);
    }

    FootageMatch with(@Nullable Sound heard) {
        return new FootageMatch(
                evidenceId, kind, transformation, view, spans, coverage, otherCoverage, score, heard, reason, sought);
    }

    /** The same match as the other medium sees it. */
    public FootageMatch seenFromOther(UUID evidenceId) {
        return new FootageMatch(
                evidenceId,
                kind,
                transformation.inverse(),
                view == null ? null : view.seenFromOther(),
                spans.stream()
                        .map(Span::swapped)
                        .sorted(Comparator.comparingDouble(Span::from))
                        .toList(),
                otherCoverage,
                coverage,
                score,
                sound,
                reason,
                sought);
    }

    /** Found of a negative of this medium. */
    FootageMatch ofNegative() {
        return soughtAs(AlterationKind.INVERTED, spans);
    }

    /** Found of this medium's pictures, turned. */
    FootageMatch ofTurned(AffineAlignment turned) {
        PictureAlignment found = view == null
                ? PictureAlignment.of(
                        PictureAlignment.Rectangle.ALL, PictureAlignment.Rectangle.ALL, transformation.inverse())
                : view;
        return with(found.beforeTurning(turned));
    }

    /**
     * Found of this medium played backwards.
     *
     * @param end of this medium, in seconds
     */
    FootageMatch ofReversed(double end) {
        FootageMatch here = view == null ? this : with(view.with(view.drift().reversed(end)));
        return here.soughtAs(
                AlterationKind.REVERSED,
                spans.reversed().stream()
                        .map(span -> new Span(end - span.to(), end - span.from(), span.otherFrom(), span.otherTo()))
                        .toList());
    }

    private FootageMatch soughtAs(AlterationKind how, List<Span> seconds) {
        return new FootageMatch(
                evidenceId,
                kind,
                transformation,
                view,
                seconds,
                coverage,
                otherCoverage,
                score,
                sound,
                reason,
                Set.of(how));
    }

    boolean isReversed() {
        return sought.contains(AlterationKind.REVERSED);
    }

    /** Which place of the other's picture each place of this one shows. */
    AffineAlignment alignment() {
        return view == null ? AffineAlignment.of(transformation.inverse()) : view.alignment();
    }

    InsetDrift drift() {
        return view == null ? InsetDrift.NONE : view.drift();
    }

    /** The part of this medium's picture in which the other's lies. */
    PictureAlignment.Rectangle area() {
        return view == null ? PictureAlignment.Rectangle.ALL : view.inThis();
    }

    /** How many of the other's seconds pass in one of this. */
    public double speed() {
        Span longest =
                spans.stream().max(Comparator.comparingDouble(Span::length)).orElseThrow();
        double speed = (longest.otherTo() - longest.otherFrom()) / longest.length();
        return longest.length() < LONG_ENOUGH || longest.isStanding() || Math.abs(speed - 1) < STEADY ? 1 : speed;
    }

    /** In a fixed order; empty where nothing was done to it, or nothing that can be told. */
    public List<AlterationKind> alterations() {
        List<AlterationKind> alterations = new ArrayList<>();
        if (kind == Kind.SAME_SCENE) {
            return alterations;
        }
        add(alterations, AlterationKind.TRIMMED, otherCoverage < ALL);
        add(alterations, AlterationKind.EMBEDDED, coverage < ALL);
        add(alterations, AlterationKind.FASTER, speed() > 1);
        add(alterations, AlterationKind.SLOWER, speed() < 1);
        add(alterations, AlterationKind.REVERSED, isReversed());
        add(alterations, AlterationKind.RECUT, isRecut() && !isReversed());
        add(alterations, AlterationKind.STILLS, spans.stream().anyMatch(Span::isStanding));
        if (view != null) {
            add(alterations, AlterationKind.CROPPED, view.isCropped());
            add(alterations, AlterationKind.FRAMED, view.isFramed());
            add(alterations, AlterationKind.INSET, view.isInset());
            add(alterations, AlterationKind.TILTED, view.isTilted());
        }
        add(alterations, AlterationKind.INVERTED, sought.contains(AlterationKind.INVERTED));
        if (sound != null) {
            alterations.add(sound.alteration);
        }
        return alterations;
    }

    private static void add(List<AlterationKind> alterations, AlterationKind alteration, boolean applies) {
        if (applies) {
            alterations.add(alteration);
        }
    }

    private boolean isRecut() {
        return IntStream.range(1, spans.size())
                .anyMatch(k -> spans.get(k).otherFrom() < spans.get(k - 1).otherFrom());
    }
}
