package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Transformation;
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
 */
public record FootageMatch(
        UUID evidenceId,
        Kind kind,
        Transformation transformation,
        @Nullable View view,
        List<Span> spans,
        double coverage,
        double otherCoverage,
        double score,
        @Nullable Sound sound) {

    /** Lengths of time that differ by less than this share have the same speed. */
    private static final double STEADY = 0.04;
    /** Shorter spans are too coarsely sampled to tell a speed, in seconds. */
    private static final double LONG_ENOUGH = 3;
    /** What is covered by less is not all of it. */
    private static final double ALL = 0.9;

    /** What the match means. */
    public enum Kind {
        /** One is, or contains, a copy of the other. */
        COPY,
        /** They share an intro, an excerpt of a third, or a background. */
        SHARED_SPAN,
        /** The sound is the same; of the pictures it says nothing. */
        SHARED_SOUND
    }

    /** What the sound says to pictures that are the same. */
    public enum Sound {
        /** It is the same, at the same time. */
        SAME(Alteration.SAME_SOUND),
        /** It is the same, at another time than the picture. */
        SHIFTED(Alteration.SHIFTED_SOUND),
        /** It is another. */
        OTHER(Alteration.OTHER_SOUND),
        /** One of both has none. */
        MISSING(Alteration.NO_SOUND);

        private final Alteration alteration;

        Sound(Alteration alteration) {
            this.alteration = alteration;
        }
    }

    /** What was done to the other's footage before it became this. */
    public enum Alteration {
        /** Only a part of its time is here. */
        TRIMMED,
        /** There is more here than it. */
        EMBEDDED,
        FASTER,
        SLOWER,
        /** Its parts stand in another order. */
        RECUT,
        /** Only a part of its picture is here. */
        CROPPED,
        /** Its picture has bars or a border around it. */
        FRAMED,
        /** Its picture stands in a part of this one. */
        INSET,
        /** Its picture is a little turned, or filmed at an angle. */
        TILTED,
        SAME_SOUND,
        SHIFTED_SOUND,
        OTHER_SOUND,
        /** One of both media has no sound. */
        NO_SOUND
    }

    public FootageMatch {
        spans = List.copyOf(spans);
    }

    /** Seconds of this medium, and the seconds of the other that show the same. */
    public record Span(double from, double to, double otherFrom, double otherTo) {

        double length() {
            return to - from;
        }

        Span swapped() {
            return new Span(otherFrom, otherTo, from, to);
        }
    }

    FootageMatch as(Kind decided) {
        return new FootageMatch(
                evidenceId, decided, transformation, view, spans, coverage, otherCoverage, score, sound);
    }

    FootageMatch with(View found) {
        return new FootageMatch(evidenceId, kind, transformation, found, spans, coverage, otherCoverage, score, sound);
    }

    FootageMatch with(@Nullable Sound heard) {
        return new FootageMatch(evidenceId, kind, transformation, view, spans, coverage, otherCoverage, score, heard);
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
                sound);
    }

    /** How many of the other's seconds pass in one of this. */
    public double speed() {
        Span longest =
                spans.stream().max(Comparator.comparingDouble(Span::length)).orElseThrow();
        double speed = (longest.otherTo() - longest.otherFrom()) / longest.length();
        return longest.length() < LONG_ENOUGH || Math.abs(speed - 1) < STEADY ? 1 : speed;
    }

    /** In a fixed order; empty where nothing was done to it, or nothing that can be told. */
    public List<Alteration> alterations() {
        List<Alteration> alterations = new ArrayList<>();
        add(alterations, Alteration.TRIMMED, otherCoverage < ALL);
        add(alterations, Alteration.EMBEDDED, coverage < ALL);
        add(alterations, Alteration.FASTER, speed() > 1);
        add(alterations, Alteration.SLOWER, speed() < 1);
        add(alterations, Alteration.RECUT, isRecut());
        if (view != null) {
            add(alterations, Alteration.CROPPED, view.isCropped());
            add(alterations, Alteration.FRAMED, view.isFramed());
            add(alterations, Alteration.INSET, view.isInset());
            add(alterations, Alteration.TILTED, view.isTilted());
        }
        if (sound != null) {
            alterations.add(sound.alteration);
        }
        return alterations;
    }

    private static void add(List<Alteration> alterations, Alteration alteration, boolean applies) {
        if (applies) {
            alterations.add(alteration);
        }
    }

    private boolean isRecut() {
        for (int k = 1; k < spans.size(); k++) {
            if (spans.get(k).otherFrom() < spans.get(k - 1).otherFrom()) {
                return true;
            }
        }
        return false;
    }
}
