package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two different people agreed that a dossier shows police misconduct.
 *
 * @param dossierId the dossier
 * @param verdictId the verdict
 * @param jurisdiction territory of the dossier
 * @param severity 1 (minor) to 4 (life in danger)
 * @param place where it happened, in words
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param occurredAt when it happened
 * @param proposedAt when the first person proposed the verdict
 * @param confirmedAt when the second person confirmed it
 */
public record MisconductFound(
        UUID dossierId,
        UUID verdictId,
        String jurisdiction,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant proposedAt,
        Instant confirmedAt)
        implements MisconductEvent {

    public MisconductFound {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(verdictId, "verdictId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(proposedAt, "proposedAt");
        requireNonNull(confirmedAt, "confirmedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
