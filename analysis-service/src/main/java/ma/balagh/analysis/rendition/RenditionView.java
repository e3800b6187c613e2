package ma.balagh.analysis.rendition;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.media.RenderedSound;
import org.jspecify.annotations.Nullable;

/**
 * A rendition as its readers see it. What it was ordered with is told of a redaction only.
 *
 * @param at seconds from the beginning of the medium, of a still
 * @param progress 0 to 1; may jump back when it is begun again
 * @param reason why it could not be made, a stable name
 * @param complaint what the tools said about it, in their words
 * @param expiresAt when its bytes go unless somebody looks at it until then
 * @param content where its bytes are, while they are kept
 * @param record what was done
 */
record RenditionView(
        UUID id,
        UUID examinationId,
        UUID evidenceId,
        RenditionKind kind,
        @Nullable Boolean faces,
        @Nullable List<RedactionRectangle> rectangles,
        @Nullable RenderedSound sound,
        @Nullable Double at,
        RenditionState state,
        double progress,
        @Nullable String reason,
        @Nullable String complaint,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant expiresAt,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable Double seconds,
        @Nullable Integer frames,
        @Nullable URI content,
        @Nullable Record record) {

    /**
     * What was done, so that a court can see it and somebody else can do it again.
     *
     * @param originalSha256 64 lower-case hexadecimal digits
     */
    record Record(
            String method,
            String version,
            String tool,
            String originalSha256,
            String resultSha256,
            List<String> commands,
            List<String> complaints,
            RenditionProvenance.@Nullable Hidden hidden) {}

    static URI address(UUID id) {
        return URI.create("/api/v1/renditions/" + id);
    }
}
