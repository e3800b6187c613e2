package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two different people agreed on a verdict other than misconduct.
 *
 * @param dossierId the dossier
 * @param verdictId the verdict
 * @param jurisdiction territory of the dossier
 * @param verdict never {@link Verdict#POLICE_MISCONDUCT}
 * @param severity 1 (minor) to 4 (life in danger)
 * @param place where it happened, in words
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param occurredAt when it happened
 * @param knownCase reference of the case that the footage belongs to, for {@link Verdict#KNOWN_CASE}
 * @param proposedAt when the first person proposed the verdict
 * @param confirmedAt when the second person confirmed it
 */
public record VerdictReached(
        UUID dossierId,
        UUID verdictId,
        String jurisdiction,
        Verdict verdict,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        @Nullable String knownCase,
        Instant proposedAt,
        Instant confirmedAt)
        implements VerdictEvent {

    public VerdictReached {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(verdictId, "verdictId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(verdict, "verdict");
        requireNonNull(proposedAt, "proposedAt");
        requireNonNull(confirmedAt, "confirmedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
