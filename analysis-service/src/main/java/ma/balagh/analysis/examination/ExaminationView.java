package ma.balagh.analysis.examination;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.footage.MomentsReason;
import ma.balagh.analysis.footage.SameMoments;
import org.jspecify.annotations.Nullable;

/**
 * An examination as its readers see it.
 *
 * @param attempts how often a worker has begun it
 * @param erasedAt since when the evidence's bytes are kept no more, and nothing shows them; absent while they are
 * @param summary what was found, in a few plain sentences, from the findings and matches below
 * @param findings in the order in which the methods ran
 * @param matches best first; those with evidence that the reader may not see are left out
 * @param frames stills in the order of their time
 */
public record ExaminationView(
        UUID id,
        UUID evidenceId,
        ExaminationState state,
        String mediaType,
        int attempts,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant examinedAt,
        @Nullable Instant erasedAt,
        ExaminationSummary summary,
        List<FindingView> findings,
        List<MatchView> matches,
        List<FrameView> frames) {

    /**
     * Which seconds of this medium show the same recording as which seconds of another, or sound the same.
     *
     * @param with the other medium
     * @param kind {@code COPY}, {@code SHARED_SPAN}, {@code SAME_SCENE} or {@code SHARED_SOUND}
     * @param sameMoments whether both show the same moments: {@code YES}, {@code NO} or {@code UNKNOWN}; null for sound alone
     * @param reason why, such as {@code MOTION_DIFFERS}
     * @param transformation what turns the other's picture into this one's, such as {@code MIRRORED}; {@code NONE}
     * @param alterations what else was done to the other's footage, such as {@code TRIMMED}, and whether the sound is
     * the same too
     * @param speed how many of the other's seconds pass in one of this
     * @param coverage share of this medium that the spans cover, 0 to 1
     * @param otherCoverage share of the other medium, 0 to 1
     * @param score how alike the agreeing frames are: 1 is the same picture, 0 as far apart as unrelated ones
     * @param inThis where the other's picture lies in this one; null where whole pictures are alike
     * @param inOther which part of the other's picture this one shows; null where whole pictures are alike
     * @param place of {@code SAME_SCENE} where the other's case took place, if that is known
     */
    public record MatchView(
            Counterpart with,
            String kind,
            @Nullable SameMoments sameMoments,
            @Nullable MomentsReason reason,
            String transformation,
            List<String> alterations,
            double speed,
            List<SpanView> spans,
            double coverage,
            double otherCoverage,
            double score,
            @Nullable RectangleView inThis,
            @Nullable RectangleView inOther,
            @Nullable ProposedPlace place) {

        MatchView with(Counterpart other, @Nullable ProposedPlace proposed) {
            return new MatchView(
                    other,
                    kind,
                    sameMoments,
                    reason,
                    transformation,
                    alterations,
                    speed,
                    spans,
                    coverage,
                    otherCoverage,
                    score,
                    inThis,
                    inOther,
                    proposed);
        }
    }

    /**
     * The other side of a match.
     *
     * @param kind {@code EVIDENCE} or {@code KNOWN_FOOTAGE}
     * @param id of the evidence or known footage
     * @param dossierId the dossier that the evidence stands in
     * @param known what the footage is known as, where it is known
     */
    public record Counterpart(
            String kind,
            UUID id,
            @Nullable UUID dossierId,
            @Nullable KnownView known) {

        static Counterpart evidence(UUID id, @Nullable UUID dossierId) {
            return new Counterpart("EVIDENCE", id, dossierId, null);
        }

        /** @param evidenceId whose footage it is; null for somebody who may not know of the evidence */
        public static Counterpart known(KnownMedia.Entry entry, @Nullable UUID evidenceId, @Nullable UUID dossierId) {
            return new Counterpart(
                    "KNOWN_FOOTAGE",
                    entry.id(),
                    dossierId,
                    new KnownView(entry.kind(), entry.reference(), entry.summary(), evidenceId));
        }
    }

    /** What footage is known as, and the evidence that shows it. */
    public record KnownView(
            KnownMedia.Kind kind,
            String reference,
            String summary,
            @Nullable UUID evidenceId) {}

    /** Part of a picture, as shares of its width and height, from the upper left corner. */
    public record RectangleView(double left, double top, double right, double bottom) {

        static final RectangleView ALL = new RectangleView(0, 0, 1, 1);

        /** Which share of this lies in the other, 0 to 1. */
        double within(RectangleView other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double area = (right - left) * (bottom - top);
            return width <= 0 || height <= 0 || area <= 0 ? 0 : width * height / area;
        }
    }

    /** Seconds of this medium, and the seconds of the other that show the same. */
    public record SpanView(double from, double to, double otherFrom, double otherTo) {}

    /**
     * A still.
     *
     * @param at seconds from the start
     * @param url where its JPEG is; reading it needs a purpose
     */
    public record FrameView(double at, URI url) {}
}
