package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * Bytes that were secured before came in again, with another report or the same.
 *
 * @param evidenceId the evidence already secured
 * @param reportId the report that brought it this time
 * @param sha256 digest of the bytes, 64 lower-case hexadecimal digits
 * @param jurisdiction the report's territory
 * @param sightedAt when it was recognised
 */
public record EvidenceSighted(UUID evidenceId, UUID reportId, String sha256, String jurisdiction, Instant sightedAt)
        implements EvidenceEvent {

    public EvidenceSighted {
        requireNonNull(evidenceId, "evidenceId");
        requireNonNull(reportId, "reportId");
        requireNonNull(sha256, "sha256");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(sightedAt, "sightedAt");
    }

    @Override
    public UUID subject() {
        return evidenceId;
    }
}
