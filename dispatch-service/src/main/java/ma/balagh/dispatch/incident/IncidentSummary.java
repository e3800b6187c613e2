package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a list.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param unit call sign of the unit that is on it; a field unit sees only itself
 * @param assignmentId the assignment that is active, seen by whoever sees its unit
 */
record IncidentSummary(
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
        @Nullable String unit,
        @Nullable UUID assignmentId) {

    /** @param assignments of these incidents, as far as the caller may see them */
    static List<IncidentSummary> of(List<Incident> incidents, List<Assignment> assignments) {
        Map<UUID, Assignment> active = assignments.stream()
                .filter(Assignment::isActive)
                .collect(Collectors.toMap(Assignment::incidentId, assignment -> assignment));
        return incidents.stream()
                .map(incident -> of(incident, active.get(incident.id())))
                .toList();
    }

    private static IncidentSummary of(Incident incident, @Nullable Assignment active) {
        return new IncidentSummary(
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
                active == null ? null : active.callSign(),
                active == null ? null : active.id());
    }
}
