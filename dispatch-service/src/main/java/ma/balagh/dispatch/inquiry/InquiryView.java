package ma.balagh.dispatch.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as the interface shows it.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param owner user name of who leads it; absent until somebody does
 * @param overdueSteps how many steps are not done although their time has come
 * @param nextDueAt when the next step is due
 * @param proposal what it is proposed to have come to, while that waits for a second person
 * @param closing what it came to; null while it is open
 * @param hold why its file must not be erased
 * @param eraseAt when its file is to be erased, once it is closed
 * @param erasureOverdue whether that time has passed although nothing holds the file
 * @param erasedAt since when its file is gone
 */
@Schema(name = "Inquiry")
record InquiryView(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Inquiry.State state,
        Instant openedAt,
        @Nullable String owner,
        long overdueSteps,
        @Nullable Instant nextDueAt,
        @Nullable ProposedClosing proposal,
        @Nullable Closing closing,
        Inquiry.@Nullable Hold hold,
        @Nullable ReporterAnswer reporterAnswer,
        @Nullable Instant eraseAt,
        boolean erasureOverdue,
        @Nullable Instant erasedAt) {

    /** @param by user name of who proposes it */
    @Schema(name = "ProposedClosing")
    record ProposedClosing(InquiryFinding finding, String reason, String by, Instant at) {}

    /**
     * What it came to. Of an erased one, the finding and the time alone.
     *
     * @param proposedBy user name of who proposed it
     * @param by user name of who confirmed it
     */
    @Schema(name = "Closing")
    record Closing(
            InquiryFinding finding,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable String by,
            Instant at) {}
}
