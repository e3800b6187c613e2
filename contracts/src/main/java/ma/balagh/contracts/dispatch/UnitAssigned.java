package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit was sent.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param assignmentId the assignment
 * @param unitId the unit
 * @param callSign the unit's call sign
 * @param assignedAt when it was assigned
 */
public record UnitAssigned(
        UUID incidentId, UUID dossierId, UUID assignmentId, UUID unitId, String callSign, Instant assignedAt)
        implements IncidentEvent {

    public UnitAssigned {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(assignmentId, "assignmentId");
        requireNonNull(unitId, "unitId");
        requireNonNull(callSign, "callSign");
        requireNonNull(assignedAt, "assignedAt");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
