package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.escalation.StageClockResponse;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a list.
 *
 * @param tag for {@code If-Match}: the incident as it is listed; nothing where dispatch tells none
 * @param assignments of the units that are on it
 * @param released how the viewer's own unit left it last; nothing for staff
 * @param planned busy units that are to come when they are free
 * @param missingRights how many duties towards arrested people are missing
 * @param assistanceAskedAt since when a unit on it asks for help; nothing when none does
 * @param verdictWithdrawnAt when the verdict behind it was withdrawn; nothing while it stands
 * @param clocks what it waits for, the most urgent first
 */
@TemplateData
public record IncidentRow(
        UUID id,
        @Nullable String tag,
        UUID dossierId,
        String jurisdiction,
        int severity,
        @Nullable IncidentTypeCode type,
        int alarmLevel,
        @Nullable PriorityResponse priority,
        IncidentResponse.@Nullable State state,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        List<Sent> assignments,
        @Nullable Released released,
        List<PlannedUnitResponse> planned,
        int missingRights,
        @Nullable Instant assistanceAskedAt,
        @Nullable Instant verdictWithdrawnAt,
        List<StageClockResponse> clocks) {

    /** A unit that is on it. */
    @TemplateData
    public record Sent(
            UUID id,
            UUID unitId,
            String callSign,
            RunCardCoverageResponse.@Nullable Role role,
            AssignmentResponse.@Nullable Status status) {}

    /** An assignment of the viewer's own unit that is over. */
    @TemplateData
    public record Released(UUID id, AssignmentResponse.@Nullable Status status, Instant at) {}

    /** When the viewer's own unit left it last; long ago where it never did. */
    public Instant leftAt() {
        return released == null ? Instant.EPOCH : released.at();
    }

    /** Whether the viewer's own unit was called back from it after that. */
    public boolean isCalledBackSince(Instant since) {
        return released != null
                && released.status() == AssignmentResponse.Status.STOOD_DOWN
                && released.at().isAfter(since);
    }

    /** How soon it is to be served: 1 (before all others) to 5. */
    int rank() {
        return priority == null ? 5 : priority.level();
    }

    /** Whether its clock runs. */
    public boolean isUnfinished() {
        return state == null || !state.isEnd();
    }

    public boolean isOnMap() {
        return isUnfinished() && latitude != null && longitude != null;
    }

    /** Whether a unit is still on it although there is nothing to go to any more. */
    public boolean isLeftWithoutVerdict() {
        return verdictWithdrawnAt != null && isUnfinished() && !assignments.isEmpty();
    }

    /** Whether nobody was sent yet, and nobody is late with that. */
    public boolean isNew() {
        return isWaiting() && clocks.stream().noneMatch(StageClockResponse::overdue);
    }

    /** For what it has waited so long that the commander was called. */
    public List<StageClockResponse> commanderClocks() {
        return clocks.stream().filter(StageClockResponse::isForCommander).toList();
    }

    /** Whether a unit is wanted. */
    boolean isWaiting() {
        return state == IncidentResponse.State.OPEN && verdictWithdrawnAt == null;
    }
}
