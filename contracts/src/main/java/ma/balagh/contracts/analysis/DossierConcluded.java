package ma.balagh.contracts.analysis;

import java.time.Instant;
import java.util.UUID;

/**
 * Two people agreed on a verdict. Which one travels apart, so that misconduct stays in its compartment.
 *
 * @param dossierId the dossier
 * @param concludedAt when the verdict was confirmed
 */
public record DossierConcluded(UUID dossierId, Instant concludedAt) implements DossierEvent {

    @Override
    public UUID subject() {
        return dossierId;
    }
}
