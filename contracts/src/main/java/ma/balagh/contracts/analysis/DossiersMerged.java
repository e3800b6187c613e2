package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A person joined a dossier to another one: everything that stood in it stands in the other from then on, and whatever is
 * still said of it belongs there.
 *
 * @param dossierId the dossier that is empty now
 * @param intoDossierId the dossier that all of it stands in
 * @param mergedAt when
 */
public record DossiersMerged(UUID dossierId, UUID intoDossierId, Instant mergedAt) implements DossierEvent {

    public DossiersMerged {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(intoDossierId, "intoDossierId");
        requireNonNull(mergedAt, "mergedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
