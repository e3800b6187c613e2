package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit that had been sent was called back before it was done: it is needed elsewhere, or there is nothing to go to.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param assignmentId the assignment
 * @param unitId the unit
 * @param stoodDownAt when it was called back
 */
public record UnitStoodDown(UUID incidentId, UUID dossierId, UUID assignmentId, UUID unitId, Instant stoodDownAt)
        implements IncidentEvent {

    public UnitStoodDown {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(assignmentId, "assignmentId");
        requireNonNull(unitId, "unitId");
        requireNonNull(stoodDownAt, "stoodDownAt");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
