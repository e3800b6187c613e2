package ma.balagh.analysis.examination;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An examination as its readers see it.
 *
 * @param attempts how often a worker has begun it
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
        List<FindingView> findings,
        List<MatchView> matches,
        List<FrameView> frames) {

    /**
     * Which seconds of this medium show the same recording as which seconds of another.
     *
     * @param with the other medium
     * @param transformation what turns the other's picture into this one's, such as {@code MIRRORED}; {@code NONE}
     * @param coverage share of this medium that the spans cover, 0 to 1
     * @param score how alike the agreeing frames are: 1 is the same picture, 0 as far apart as unrelated ones
     */
    public record MatchView(
            Counterpart with, String transformation, List<SpanView> spans, double coverage, double score) {}

    /**
     * The other side of a match.
     *
     * @param kind {@code EVIDENCE} or {@code KNOWN_FOOTAGE}
     * @param id of the evidence or known footage
     * @param dossierId the dossier that the evidence stands in
     */
    public record Counterpart(
            String kind, UUID id, @Nullable UUID dossierId) {}

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
