package ma.balagh.portal.inquiry;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The internal-affairs side of police misconduct.
 *
 * @param closing what it came to; nothing while it is open
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
        @Nullable Closing closing) {

    /** Whether it is still led. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** What it can come to. */
    public enum Finding {
        SUBSTANTIATED,
        UNSUBSTANTIATED
    }

    /** What it came to. */
    @TemplateData
    public record Closing(@Nullable Finding finding, String reason, String by, Instant at) {}

    public List<Finding> findings() {
        return List.of(Finding.values());
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
