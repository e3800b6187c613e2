package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a list.
 *
 * @param unit call sign of the unit that is on it
 * @param verdictWithdrawnAt when the verdict behind it was withdrawn; nothing while it stands
 */
@TemplateData
public record IncidentRow(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        int severity,
        IncidentResponse.@Nullable State state,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        @Nullable String unit,
        @Nullable UUID assignmentId,
        @Nullable Instant verdictWithdrawnAt) {

    /** Whether a unit is wanted. */
    boolean isWaiting() {
        return state == IncidentResponse.State.OPEN && verdictWithdrawnAt == null;
    }
}
