package ma.balagh.contracts.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A presumed offence became an incident.
 *
 * @param incidentId the incident
 * @param dossierId the dossier it was opened for
 * @param jurisdiction territory of the incident
 * @param severity 1 (minor) to 4 (life in danger)
 * @param openedAt when it was opened
 */
public record IncidentOpened(UUID incidentId, UUID dossierId, String jurisdiction, int severity, Instant openedAt)
        implements IncidentEvent {

    public IncidentOpened {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(dossierId, "dossierId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(openedAt, "openedAt");
    }

    @Override
    public UUID subject() {
        return incidentId;
    }
}
