package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * Two people concluded a dossier, and it was handed to another competent authority: whoever shows it, its reports or
 * their media hides them from then on. It may come before anything else is heard of the dossier. Sent of misconduct only:
 * every other conclusion is told by {@link VerdictReached}.
 *
 * @param dossierId the dossier
 * @param forwardedAt when the second person confirmed it
 */
public record DossierForwarded(UUID dossierId, Instant forwardedAt) implements ForwardingEvent {

    public DossierForwarded {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(forwardedAt, "forwardedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
