package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rendition in the database.
 *
 * @param sha256 the original's
 * @param result what it became; null while it is not made
 */
record Rendition(
        UUID id,
        UUID examinationId,
        UUID evidenceId,
        String sha256,
        RenditionRequest wish,
        String orderedBy,
        Instant orderedAt,
        RenditionState state,
        double progress,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String complaint,
        @Nullable Result result) {

    /**
     * The bytes, whether they are still kept or not.
     *
     * @param seconds its length; null for a single picture
     */
    record Result(
            String mediaType,
            long size,
            String sha256,
            @Nullable Double seconds,
            int pictures,
            RenditionProvenance made,
            Instant lastUsedAt) {}

    /** @param keep how long it is kept that nobody looks at */
    RenditionView view(Duration keep) {
        boolean isRedaction = wish.kind() != RenditionKind.PLAYABLE;
        boolean isKept = state == RenditionState.READY;
        return new RenditionView(
                id,
                examinationId,
                evidenceId,
                wish.kind(),
                isRedaction ? wish.faces() : null,
                isRedaction ? wish.rectangles() : null,
                isRedaction ? wish.sound() : null,
                wish.at(),
                state,
                progress,
                reason,
                complaint,
                orderedBy,
                orderedAt,
                startedAt,
                endedAt,
                isKept ? requireNonNull(result).lastUsedAt().plus(keep) : null,
                result == null ? null : result.mediaType(),
                result == null ? null : result.size(),
                result == null ? null : result.seconds(),
                result == null ? null : result.pictures(),
                isKept ? URI.create(RenditionView.address(id) + "/content") : null,
                result == null ? null : told(result));
    }

    private RenditionView.Record told(Result of) {
        return new RenditionView.Record(
                wish.kind().method(),
                wish.kind().version(),
                of.made().tool(),
                sha256,
                of.sha256(),
                of.made().commands(),
                of.made().complaints(),
                of.made().hidden());
    }
}
