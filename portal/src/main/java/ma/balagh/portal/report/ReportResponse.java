package ma.balagh.portal.report;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.balagh.portal.obstacle.FetchObstacle;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody published or told us.
 *
 * @param media the evidence that stands in it
 * @param mediaUrls media that it names by address
 * @param rule nothing where somebody looked at it before it was answered
 */
@TemplateData
public record ReportResponse(
        UUID id,
        String receipt,
        @Nullable Status status,
        @Nullable Channel channel,
        String jurisdiction,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        Instant receivedAt,
        @Nullable Claim claim,
        List<Medium> media,
        List<MediaLink> mediaUrls,
        @Nullable Answer answer,
        @Nullable Rule rule) {

    /** How far a report has come. */
    public enum Status {
        RECEIVED,
        UNDER_EXAMINATION,
        ANSWERED
    }

    /** How a report came. */
    public enum Channel {
        PRESS,
        SOCIAL,
        CITIZEN,
        PARTNER,
        DESK
    }

    /** What a reporter is told. */
    public enum AnswerKind {
        SET_ASIDE,
        NO_RECORDING,
        FORWARDED,
        FALSE_REPORT,
        PRESUMED_OFFENCE,
        KNOWN_CASE,
        RESOLVED,
        REFERRED
    }

    /** Time and place as claimed. */
    @TemplateData
    public record Claim(
            @Nullable Instant occurredAt,
            @Nullable String place,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /**
     * One evidence in the report.
     *
     * @param erasedAt since when its bytes are kept no more
     */
    @TemplateData
    public record Medium(
            UUID evidenceId,
            String sha256,
            long size,
            String mediaType,
            @Nullable String fileName,
            @Nullable Instant addedAt,
            @Nullable Instant erasedAt) {

        public boolean isImage() {
            return mediaType.startsWith("image/");
        }
    }

    /**
     * A medium that is named by its address.
     *
     * @param reason why it is as it is, or what came in between last
     * @param detail the same in English
     */
    @TemplateData
    public record MediaLink(
            @Nullable UUID id,
            String url,
            @Nullable String state,
            @Nullable String reason,
            @Nullable String detail) {

        /** Whether only a person can help. */
        public boolean isUnobtainable() {
            return "UNOBTAINABLE".equals(state);
        }

        /** Whether it is not here and needed. */
        public boolean isMissing() {
            return isUnobtainable() || "TO_OBTAIN".equals(state);
        }

        public @Nullable FetchObstacle obstacle() {
            return FetchObstacle.of(reason);
        }
    }

    /** The media that it names and that are not here. */
    public List<MediaLink> missing() {
        return mediaUrls.stream().filter(MediaLink::isMissing).toList();
    }

    /** What its receipt shows. */
    @TemplateData
    public record Answer(@Nullable AnswerKind kind, Instant at) {}

    /**
     * Its media are those of a dossier that had been decided before it came.
     *
     * @param dossierId that dossier, if the viewer may read dossiers
     */
    @TemplateData
    public record Rule(
            @Nullable UUID dossierId,
            boolean stopped,
            @Nullable String stoppedBy,
            @Nullable String reason) {}

    private static final int LONGEST_HEADING = 140;

    public String heading() {
        return Objects.requireNonNull(heading(title, text, url, receipt));
    }

    /** What every page calls a report by: the title, or how the text begins, or the address, or the receipt. */
    public static @Nullable String heading(
            @Nullable String title, @Nullable String text, @Nullable String url, @Nullable String receipt) {
        if (title != null && !title.isBlank()) {
            return shortened(title);
        }
        if (text != null && !text.isBlank()) {
            return shortened(text);
        }
        return url == null ? receipt : url;
    }

    private static String shortened(String heading) {
        if (heading.codePointCount(0, heading.length()) <= LONGEST_HEADING) {
            return heading;
        }
        return heading.substring(0, heading.offsetByCodePoints(0, LONGEST_HEADING))
                        .strip() + "…";
    }
}
