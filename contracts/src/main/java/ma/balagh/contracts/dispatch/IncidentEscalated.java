package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stage of an incident lasts longer than its target allows.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param stage what it waits for
 * @param step what follows from that
 * @param assignmentId the assignment whose unit is waited for; absent where none is
 * @param proposedUnitId the unit that is proposed next, or sent; absent in other steps, and where none is available
 * @param overdueSince when the stage's target was reached
 * @param escalatedAt when it was escalated
 */
public record IncidentEscalated(
        UUID incidentId,
        UUID dossierId,
        IncidentStage stage,
        EscalationStep step,
        @Nullable UUID assignmentId,
        @Nullable UUID proposedUnitId,
        Instant overdueSince,
        Instant escalatedAt)
        implements IncidentEvent {

    public IncidentEscalated {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(stage, "stage");
        requireNonNull(step, "step");
        requireNonNull(overdueSince, "overdueSince");
        requireNonNull(escalatedAt, "escalatedAt");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
