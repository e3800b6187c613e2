package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A medium was seen for the first time and is kept, byte for byte, in the evidence store.
 *
 * @param evidenceId the evidence; its bytes are fetched from intake
 * @param reportId the report that brought it
 * @param sha256 digest of the bytes, 64 lower-case hexadecimal digits
 * @param size length in bytes
 * @param mediaType media type as declared, such as {@code video/mp4}
 * @param jurisdiction the report's territory
 * @param receivedAt when the first byte came in
 * @param securedAt when the bytes were safe on disk
 * @param field the unit that brought it from an incident; nothing where it came another way
 */
public record EvidenceSecured(
        UUID evidenceId,
        UUID reportId,
        String sha256,
        long size,
        String mediaType,
        String jurisdiction,
        Instant receivedAt,
        Instant securedAt,
        @Nullable FieldOrigin field)
        implements EvidenceEvent {

    public EvidenceSecured {
        requireNonNull(evidenceId, "evidenceId");
        requireNonNull(reportId, "reportId");
        requireNonNull(sha256, "sha256");
        requireNonNull(mediaType, "mediaType");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(securedAt, "securedAt");
    }

    @Override
    public UUID subject() {
        return evidenceId;
    }
}
