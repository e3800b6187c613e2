package ma.balagh.dispatch.help;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for help as the interface shows it, to both sides.
 *
 * @param unitId the one unit that was granted; null for all of the jurisdiction that was asked
 */
record HelpRequestView(
        UUID id,
        String asking,
        String asked,
        String reason,
        Instant until,
        HelpRequest.State state,
        @Nullable UUID unitId,
        String askedBy,
        Instant askedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {}
