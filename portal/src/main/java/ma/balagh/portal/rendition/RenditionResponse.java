package ma.balagh.portal.rendition;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A medium made anew for a purpose, as the laboratory tells it.
 *
 * @param progress 0 to 1, while it is made
 * @param reason why it failed, if it did
 * @param complaint the tool's own words, in English
 * @param expiresAt when it is removed if nobody looks at it
 * @param seconds its length
 */
@TemplateData
public record RenditionResponse(
        UUID id,
        UUID examinationId,
        UUID evidenceId,
        @Nullable Kind kind,
        @Nullable Boolean faces,
        List<HiddenPart> rectangles,
        @Nullable Sound sound,
        @Nullable State state,
        double progress,
        @Nullable String reason,
        @Nullable String complaint,
        @Nullable String orderedBy,
        @Nullable Instant orderedAt,
        @Nullable Instant endedAt,
        @Nullable Instant expiresAt,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable Double seconds,
        @Nullable Integer frames,
        @Nullable Record record) {

    /** What it is for. */
    public enum Kind {
        PLAYABLE,
        REDACTED,
        STILL
    }

    /** How far it is. */
    public enum State {
        QUEUED,
        RUNNING,
        READY,
        FAILED,
        EXPIRED
    }

    /** What becomes of the sound. */
    public enum Sound {
        REMOVE,
        ALTER,
        KEEP
    }

    public boolean isUnderWay() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    public boolean isReady() {
        return state == State.READY;
    }

    public boolean isRedacted() {
        return kind == Kind.REDACTED || kind == Kind.STILL;
    }

    public boolean isSilent() {
        return sound == Sound.REMOVE;
    }

    public boolean isImage() {
        return mediaType != null && mediaType.startsWith("image/");
    }

    public RenditionFailureCode failure() {
        return RenditionFailureCode.of(reason);
    }

    /** Whether anything in its pictures was hidden, however it was ordered. */
    public boolean hidesPictures() {
        return record != null
                && record.hidden() != null
                && record.hidden().pictures() != null
                && record.hidden().pictures() > 0;
    }

    /** Seconds in which something is hidden by a guess. */
    public List<Seconds> doubtful() {
        return record == null || record.hidden() == null
                ? List.of()
                : record.hidden().doubtful();
    }

    /**
     * A part of the picture that was to be hidden, in shares of its width and height.
     *
     * @param from second, or nothing for the beginning
     * @param to second, or nothing for the end
     */
    @TemplateData
    public record HiddenPart(
            @Nullable Double from,
            @Nullable Double to,
            double left,
            double top,
            double right,
            double bottom,
            boolean follow) {}

    /** What was done, for a court. */
    @TemplateData
    public record Record(
            @Nullable String method,
            @Nullable String version,
            @Nullable String tool,
            @Nullable String originalSha256,
            @Nullable String resultSha256,
            List<String> commands,
            @Nullable Hidden hidden) {}

    /**
     * What was hidden in it.
     *
     * @param faces how many times something that looks like a face was followed
     * @param pictures in which anything is hidden
     * @param doubtful seconds in which something is hidden by a guess
     */
    @TemplateData
    public record Hidden(@Nullable Integer faces, @Nullable Integer pictures, List<Seconds> doubtful) {}

    /** A stretch of time. */
    @TemplateData
    public record Seconds(double from, double to) {}
}
