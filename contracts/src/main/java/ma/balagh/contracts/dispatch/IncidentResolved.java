package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The operational side has an outcome.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param outcome how it ended
 * @param persons how many persons were arrested or identified
 * @param resolvedAt when
 * @param verdictId the verdict that it answers
 */
public record IncidentResolved(
        UUID incidentId, UUID dossierId, OutcomeKind outcome, int persons, Instant resolvedAt, UUID verdictId)
        implements IncidentEvent {

    public IncidentResolved {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(outcome, "outcome");
        requireNonNull(resolvedAt, "resolvedAt");
        requireNonNull(verdictId, "verdictId");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
