package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An assigned unit reported progress.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param assignmentId the assignment
 * @param unitId the unit
 * @param status how far it has come
 * @param at when
 */
public record UnitProgressed(
        UUID incidentId, UUID dossierId, UUID assignmentId, UUID unitId, ProgressStatus status, Instant at)
        implements IncidentEvent {

    public UnitProgressed {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(assignmentId, "assignmentId");
        requireNonNull(unitId, "unitId");
        requireNonNull(status, "status");
        requireNonNull(at, "at");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
