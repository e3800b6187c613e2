package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * Two people agreed on a verdict. Which one travels apart, so that misconduct stays in its compartment.
 *
 * @param dossierId the dossier
 * @param concludedAt when the verdict was confirmed
 */
public record DossierConcluded(UUID dossierId, Instant concludedAt) implements DossierEvent {

    public DossierConcluded {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(concludedAt, "concludedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
