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
     * The id by which an evidence in a report is known to the caller, of {@code report_evidence} and {@code report}: a
     * partner may know the same bytes by another one.
     */
    String KNOWN_AS = """
            coalesce(
                case when report.filed_by = (select visible_filer()) then report_evidence.answered_as end,
                report_evidence.evidence_id)
            """;

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

    /** The media of each report that the caller sees there, oldest first; a report without any is absent. */
    Map<UUID, List<Medium>> of(Collection<UUID> reportIds);
}
