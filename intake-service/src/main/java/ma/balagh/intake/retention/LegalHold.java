package ma.balagh.intake.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stays however old it is.
 *
 * @param lifted absent while it holds
 */
record LegalHold(
        UUID id,
        Subject subject,
        UUID subjectId,
        String reason,
        Instant placedAt,
        String placedBy,
        @Nullable Lifted lifted) {

    /** What can be held. */
    enum Subject {
        /** With the identity of who reported. */
        REPORT,
        /** With the reports that it stands in. */
        EVIDENCE,
        ITEM
    }

    record Lifted(Instant at, String by, String reason) {}
}
