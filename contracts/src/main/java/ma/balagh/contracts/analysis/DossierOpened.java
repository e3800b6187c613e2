package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A dossier was opened for an alleged event.
 *
 * @param dossierId the dossier
 * @param jurisdiction territory whose staff may see it
 * @param openedAt when it was opened
 */
public record DossierOpened(UUID dossierId, String jurisdiction, Instant openedAt) implements DossierEvent {

    public DossierOpened {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(openedAt, "openedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
