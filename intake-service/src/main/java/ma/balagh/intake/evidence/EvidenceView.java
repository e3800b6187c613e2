package ma.balagh.intake.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evidence as it is described.
 *
 * @param size in bytes
 * @param mediaType as concluded from the bytes
 * @param erasedAt since when its bytes are given to nobody; absent while they are kept
 * @param bytesRemain of erased evidence: the store has not let its bytes go yet
 * @param reports the reports that it stands in, as far as the reader may see them, oldest first; of very many the first
 * @param reportCount how many these are
 * @param origins where its bytes were fetched for these reports, oldest first
 */
record EvidenceView(
        UUID id,
        String sha256,
        long size,
        String mediaType,
        Instant receivedAt,
        Instant securedAt,
        @Nullable Instant erasedAt,
        @Nullable Boolean bytesRemain,
        List<InReport> reports,
        int reportCount,
        List<EvidenceOrigins.Origin> origins) {

    /** So many are shown at most, each with what it was fetched for. */
    static final int MOST_REPORTS = 200;

    /** @param declaredType media type as the sender declared it */
    record InReport(
            UUID reportId, String declaredType, @Nullable String fileName, Instant addedAt) {}

    static EvidenceView of(
            Evidence evidence,
            List<EvidenceRepository.Placement> placements,
            int count,
            List<EvidenceOrigins.Origin> origins) {
        Evidence.Erased erased = evidence.erased();
        return new EvidenceView(
                evidence.id(),
                evidence.digest().hex(),
                evidence.size(),
                evidence.mediaType(),
                evidence.receivedAt(),
                evidence.securedAt(),
                erased == null ? null : erased.at(),
                erased == null ? null : erased.bytesRemain(),
                placements.stream()
                        .map(placement -> new InReport(
                                placement.reportId(),
                                placement.declaredType(),
                                placement.fileName(),
                                placement.addedAt()))
                        .toList(),
                count,
                origins);
    }
}
