package ma.balagh.contracts.dispatch;

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
 */
public record IncidentReferred(UUID incidentId, UUID dossierId, String court, String reference, Instant referredAt)
        implements IncidentEvent {

    @Override
    public UUID subject() {
        return incidentId;
    }
}
