package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident with all that became of it.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param assignments in the order in which units were sent
 * @param timeline in the order in which things were told
 */
record IncidentView(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        int severity,
        IncidentState.Name state,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        List<AssignmentView> assignments,
        List<TimelineEntry> timeline,
        @Nullable Outcome outcome,
        @Nullable Referral referral) {

    static IncidentView of(Incident incident, List<Assignment> assignments, List<TimelineEntry> timeline) {
        return new IncidentView(
                incident.id(),
                incident.dossierId(),
                incident.jurisdiction(),
                incident.severity(),
                incident.state().name(),
                incident.place(),
                incident.latitude(),
                incident.longitude(),
                incident.occurredAt(),
                incident.openedAt(),
                assignments.stream().map(AssignmentView::of).toList(),
                timeline,
                incident.outcome().orElse(null),
                incident.referral().orElse(null));
    }
}
