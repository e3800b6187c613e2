package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The incident ended without an outcome, because the verdict behind it was withdrawn.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param cancelledAt when
 */
public record IncidentCancelled(UUID incidentId, UUID dossierId, Instant cancelledAt) implements IncidentEvent {

    public IncidentCancelled {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(cancelledAt, "cancelledAt");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
