package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operational side has an outcome, or its outcome was corrected.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param outcome how it ended
 * @param persons how many persons were arrested or identified
 * @param resolvedAt when the first outcome was told
 * @param verdictId the verdict that it answers
 * @param correctedAt when this outcome replaced another one; null for the first. The newest one holds
 */
public record IncidentResolved(
        UUID incidentId,
        UUID dossierId,
        OutcomeKind outcome,
        int persons,
        Instant resolvedAt,
        UUID verdictId,
        @Nullable Instant correctedAt)
        implements IncidentEvent {

    public IncidentResolved {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(outcome, "outcome");
        requireNonNull(resolvedAt, "resolvedAt");
        requireNonNull(verdictId, "verdictId");
    }

    /** The first outcome of an incident. */
    public IncidentResolved(
            UUID incidentId, UUID dossierId, OutcomeKind outcome, int persons, Instant resolvedAt, UUID verdictId) {
        this(incidentId, dossierId, outcome, persons, resolvedAt, verdictId, null);
    }

    /** When it was told that this is the outcome. */
    public Instant toldAt() {
        return correctedAt == null ? resolvedAt : correctedAt;
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
