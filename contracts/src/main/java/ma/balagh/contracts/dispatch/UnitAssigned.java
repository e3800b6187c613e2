package ma.balagh.contracts.dispatch;

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

    @Override
    public UUID subject() {
        return incidentId;
    }
}
