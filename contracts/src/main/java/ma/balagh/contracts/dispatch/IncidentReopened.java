package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An incident goes on: its outcome was not the end, or a unit told late that it had been there before it was cancelled. What
 * reporters were answered stays until the next outcome.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param reopenedAt when
 */
public record IncidentReopened(UUID incidentId, UUID dossierId, Instant reopenedAt) implements IncidentEvent {

    public IncidentReopened {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(reopenedAt, "reopenedAt");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
