package ma.balagh.contracts.analysis;

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

    @Override
    public UUID subject() {
        return dossierId;
    }
}
