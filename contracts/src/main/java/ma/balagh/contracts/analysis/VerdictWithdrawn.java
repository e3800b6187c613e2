package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A judicial officer opened a concluded dossier again: its verdict stands no longer, and the next one needs two people
 * again. Never sent of misconduct.
 *
 * @param dossierId the dossier
 * @param verdictId the verdict
 * @param withdrawnAt when
 */
public record VerdictWithdrawn(UUID dossierId, UUID verdictId, Instant withdrawnAt) implements VerdictEvent {

    public VerdictWithdrawn {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(verdictId, "verdictId");
        requireNonNull(withdrawnAt, "withdrawnAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
