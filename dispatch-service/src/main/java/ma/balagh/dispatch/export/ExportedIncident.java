package ma.balagh.dispatch.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands in a file: what happened where and how it ended, and no words that somebody wrote:
 * the name of a place may be a person's.
 *
 * @param persons how many were arrested or identified, as the outcome says
 * @param verdictWithdrawnAt since when no verdict says that it was an offence
 */
record ExportedIncident(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        String type,
        int severity,
        String state,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        @Nullable String outcome,
        @Nullable Integer persons,
        @Nullable Instant resolvedAt,
        @Nullable Instant referredAt,
        @Nullable Instant verdictWithdrawnAt) {}
