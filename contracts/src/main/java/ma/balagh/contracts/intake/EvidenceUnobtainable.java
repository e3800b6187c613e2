package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A medium that a report names by its address cannot be had without a person's help. It may become evidence later
 * nevertheless: an officer lets intake try again, or brings the file.
 *
 * @param linkId the link that names the medium; its address stays in intake
 * @param reportId the report that the link stands in
 * @param reason why, as a stable name such as {@code NOT_FOUND} or {@code PLATFORM_PLAYER}
 * @param jurisdiction the report's territory
 * @param unobtainableAt when that was found out
 */
public record EvidenceUnobtainable(
        UUID linkId, UUID reportId, String reason, String jurisdiction, Instant unobtainableAt)
        implements EvidenceEvent {

    public EvidenceUnobtainable {
        requireNonNull(linkId, "linkId");
        requireNonNull(reportId, "reportId");
        requireNonNull(reason, "reason");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(unobtainableAt, "unobtainableAt");
    }

    @Override
    public UUID subject() {
        return linkId;
    }
}
