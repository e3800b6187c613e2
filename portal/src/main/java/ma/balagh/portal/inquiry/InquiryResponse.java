package ma.balagh.portal.inquiry;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The internal-affairs side of police misconduct.
 *
 * @param owner user name of who leads it
 * @param overdueSteps how many steps are not done although their time has come
 * @param proposal what it is proposed to have come to, while that waits for a second person
 * @param closing what it came to; nothing while it is open
 * @param hold why its file must not be erased
 * @param eraseAt when its file is to be erased, once it is closed
 * @param erasureOverdue whether that time has passed although nothing holds the file
 * @param erasedAt since when its file is gone
 */
@TemplateData
public record InquiryResponse(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        @Nullable State state,
        Instant openedAt,
        @Nullable String owner,
        int overdueSteps,
        @Nullable Instant nextDueAt,
        @Nullable Proposal proposal,
        @Nullable Closing closing,
        @Nullable Hold hold,
        @Nullable ReporterAnswer reporterAnswer,
        @Nullable Instant eraseAt,
        boolean erasureOverdue,
        @Nullable Instant erasedAt) {

    /** How far it is. */
    public enum State {
        OPEN,
        CLOSED,
        ERASED
    }

    /** What it can come to. */
    public enum Finding {
        SUBSTANTIATED,
        UNSUBSTANTIATED,
        NOT_PROVABLE,
        PASSED_TO_PROSECUTOR
    }

    /** How a reporter is told. */
    public enum Channel {
        RECEIPT,
        LETTER,
        IN_PERSON,
        THROUGH_COUNSEL
    }

    /** What one person proposes. */
    @TemplateData
    public record Proposal(@Nullable Finding finding, String reason, String by, Instant at) {}

    /** What it came to; of an erased one the finding and the time alone. */
    @TemplateData
    public record Closing(
            @Nullable Finding finding,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable String by,
            Instant at) {}

    /** What keeps its file. */
    @TemplateData
    public record Hold(String reason, String by, Instant at) {}

    /** What the reporter was told. */
    @TemplateData
    public record ReporterAnswer(@Nullable Channel channel, String wording, String by, Instant at) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    public boolean isErased() {
        return state == State.ERASED;
    }

    /** Whether steps are overdue. */
    public boolean isLate() {
        return overdueSteps > 0;
    }
}
