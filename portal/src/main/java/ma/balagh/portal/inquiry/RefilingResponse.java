package ma.balagh.portal.inquiry;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of the compartment in a report outside it.
 *
 * @param evidenceId by which they are in that report
 * @param hiddenEvidenceId by which they were judged
 */
@TemplateData
public record RefilingResponse(
        UUID reportId,
        UUID evidenceId,
        UUID hiddenEvidenceId,
        String jurisdiction,
        Instant addedAt,
        String addedBy,
        @Nullable String fileName) {}
