package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The bytes of an evidence have been kept for long enough and are given to nobody any more. The evidence itself, its
 * digest and its custody stay. When the same bytes come in again, {@link EvidenceSecured} follows with a later time.
 *
 * @param evidenceId the evidence
 * @param sha256 digest of the bytes, 64 lower-case hexadecimal digits
 * @param erasedAt since when
 */
public record EvidenceErased(UUID evidenceId, String sha256, Instant erasedAt) implements EvidenceEvent {

    public EvidenceErased {
        requireNonNull(evidenceId, "evidenceId");
        requireNonNull(sha256, "sha256");
        requireNonNull(erasedAt, "erasedAt");
    }

    @Override
    public UUID subject() {
        return evidenceId;
    }
}
