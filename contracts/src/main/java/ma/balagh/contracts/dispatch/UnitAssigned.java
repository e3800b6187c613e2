package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit was sent.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param assignmentId the assignment
 * @param unitId the unit
 * @param callSign the unit's call sign, unique in its jurisdiction
 * @param jurisdiction the unit's; absent from events of earlier releases
 * @param assignedAt when it was assigned
 */
public record UnitAssigned(
        UUID incidentId,
        UUID dossierId,
        UUID assignmentId,
        UUID unitId,
        String callSign,
        @Nullable String jurisdiction,
        Instant assignedAt)
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
