package ma.balagh.portal.examination;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which seconds show the same recording as which seconds of another medium.
 *
 * @param kind null where the laboratory did not tell yet, as it did not the rest that may be null
 * @param reason whether both show the same moments and why; null where that was not asked
 * @param speed how many of the other's seconds pass in one of this
 * @param score 0 to 1: how near the pictures are, which is no probability
 * @param inThis where the other's picture lies in this one; null where whole pictures are alike
 * @param inOther which part of the other's picture this one shows; null where whole pictures are alike
 * @param place where the other's case took place, of what was filmed at the same place
 */
@TemplateData
public record MatchResponse(
        Counterpart with,
        @Nullable Kind kind,
        @Nullable Moments reason,
        String transformation,
        List<String> alterations,
        double speed,
        List<Span> spans,
        double coverage,
        double otherCoverage,
        double score,
        @Nullable Rectangle inThis,
        @Nullable Rectangle inOther,
        @Nullable ProposedPlace place) {

    /** What a match means. */
    public enum Kind {
        COPY,
        SHARED_SPAN,
        SAME_SCENE,
        SHARED_SOUND
    }

    /** Why both show the same moments, or do not, or why that cannot be told. */
    public enum Moments {
        MOTION_AGREES,
        MOTION_DIFFERS,
        NOTHING_MOVES,
        UNDECIDED
    }

    /** Whether only the place is the same: then no seconds belong together. */
    public boolean isSameScene() {
        return kind == Kind.SAME_SCENE;
    }

    public TransformationCode turned() {
        return TransformationCode.of(transformation);
    }

    public List<FootageAlteration> altered() {
        return alterations.stream().map(FootageAlteration::of).distinct().toList();
    }

    public boolean hasOtherSpeed() {
        return speed != 1;
    }

    public boolean hasPlaces() {
        return inThis != null && inOther != null && !(inThis.isWhole() && inOther.isWhole());
    }

    public MatchTimelines timelines() {
        return MatchTimelines.of(this);
    }

    /** The other side of a match. */
    @TemplateData
    public record Counterpart(
            @Nullable Kind kind,
            UUID id,
            @Nullable UUID dossierId,
            @Nullable Known known) {

        /** What a medium may be compared with. */
        public enum Kind {
            EVIDENCE,
            KNOWN_FOOTAGE
        }

        /** Whose footage it is; nothing where the viewer may not know of it. */
        public @Nullable UUID evidenceId() {
            if (known != null) {
                return known.evidenceId();
            }
            return kind == Kind.EVIDENCE ? id : null;
        }
    }

    /** What footage is known as. */
    @TemplateData
    public record Known(
            @Nullable Kind kind,
            String reference,
            String summary,
            @Nullable UUID evidenceId) {

        /** As what somebody recognised it. */
        public enum Kind {
            CASE,
            FICTION,
            FOREIGN,
            HARMLESS
        }
    }

    /** Where the other's case took place, proposed as the place of this medium. */
    @TemplateData
    public record ProposedPlace(
            @Nullable String place,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Basis basis) {

        /** Who said so. */
        public enum Basis {
            JUDGED,
            CLAIMED
        }
    }

    /** Seconds of this medium and of the other. */
    @TemplateData
    public record Span(double from, double to, double otherFrom, double otherTo) {

        /** The second in the middle, to begin looking at. */
        public double middle() {
            return (from + to) / 2;
        }

        public double otherMiddle() {
            return (otherFrom + otherTo) / 2;
        }

        public boolean isLasting() {
            return to > from;
        }
    }

    /** Part of a picture, as shares of its width and height, from the upper left corner. */
    @TemplateData
    public record Rectangle(double left, double top, double right, double bottom) {

        /** What is missing less than this at its edges is all of the picture. */
        private static final double EDGE = 0.02;

        public double width() {
            return right - left;
        }

        public double height() {
            return bottom - top;
        }

        public boolean isWhole() {
            return left < EDGE && top < EDGE && right > 1 - EDGE && bottom > 1 - EDGE;
        }
    }
}
