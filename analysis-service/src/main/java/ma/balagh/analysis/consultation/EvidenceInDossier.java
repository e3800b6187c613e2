package ma.balagh.analysis.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evidence that stands in a dossier. What is null is not known before intake tells that it was secured.
 *
 * @param size in bytes
 * @param mediaType as declared by whoever brought it
 * @param erasedAt since when its bytes are kept no more; absent while they are
 * @param reportIds the reports that brought it and that the caller may see, first one first; of very many the first
 * @param reportCount how many these are
 */
public record EvidenceInDossier(
        UUID id,
        String sha256,
        @Nullable Long size,
        @Nullable String mediaType,
        @Nullable Instant receivedAt,
        @Nullable Instant securedAt,
        @Nullable Instant erasedAt,
        Instant joinedAt,
        List<UUID> reportIds,
        int reportCount) {

    EvidenceInDossier withReportCount(int count) {
        return new EvidenceInDossier(
                id, sha256, size, mediaType, receivedAt, securedAt, erasedAt, joinedAt, reportIds, count);
    }
}
