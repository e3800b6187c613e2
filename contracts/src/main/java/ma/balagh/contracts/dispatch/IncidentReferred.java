package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The case was presented to the prosecutor.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param court the court
 * @param reference the court's reference
 * @param referredAt when
 * @param verdictId the verdict that it answers
 */
public record IncidentReferred(
        UUID incidentId, UUID dossierId, String court, String reference, Instant referredAt, UUID verdictId)
        implements IncidentEvent {

    public IncidentReferred {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(court, "court");
        requireNonNull(reference, "reference");
        requireNonNull(referredAt, "referredAt");
        requireNonNull(verdictId, "verdictId");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
