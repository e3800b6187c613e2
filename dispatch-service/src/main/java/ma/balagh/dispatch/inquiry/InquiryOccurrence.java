package ma.balagh.dispatch.inquiry;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said to have happened.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 */
@Embeddable
record InquiryOccurrence(
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt) {

    static final InquiryOccurrence UNKNOWN = new InquiryOccurrence(null, null, null, null, null);
}
