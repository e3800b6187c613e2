package ma.balagh.dispatch.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as the interface shows it.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param closing what it came to; null while it is open
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
        Inquiry.@Nullable Closing closing) {

    static InquiryView of(Inquiry inquiry) {
        return new InquiryView(
                inquiry.id(),
                inquiry.dossierId(),
                inquiry.jurisdiction(),
                inquiry.severity(),
                inquiry.place(),
                inquiry.latitude(),
                inquiry.longitude(),
                inquiry.occurredAt(),
                inquiry.state(),
                inquiry.openedAt(),
                inquiry.closing());
    }
}
