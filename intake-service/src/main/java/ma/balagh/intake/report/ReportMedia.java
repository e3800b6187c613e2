package ma.balagh.intake.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which evidence stands in a report. Implemented by the feature that owns evidence. */
public interface ReportMedia {

    /**
     * One evidence in one report.
     *
     * @param size in bytes
     * @param mediaType as concluded from the bytes
     * @param fileName as the sender called it, for display only
     * @param erasedAt since when its bytes are given to nobody; absent while they are kept
     */
    record Medium(
            UUID evidenceId,
            String sha256,
            long size,
            String mediaType,
            @Nullable String fileName,
            Instant addedAt,
            @Nullable Instant erasedAt) {}

    /** The media of each report that are seen there, oldest first; a report without any is absent. */
    Map<UUID, List<Medium>> of(Collection<UUID> reportIds, Visibility visibility);
}
