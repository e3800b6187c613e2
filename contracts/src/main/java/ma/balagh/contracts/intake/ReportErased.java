package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * What a report said has been kept for long enough: its words, addresses and claims are to be erased wherever they were
 * copied. The report itself and its answer stay.
 *
 * @param reportId the report
 * @param jurisdiction the report's territory
 * @param erasedAt since when
 */
public record ReportErased(UUID reportId, String jurisdiction, Instant erasedAt) implements ReportEvent {

    public ReportErased {
        requireNonNull(reportId, "reportId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(erasedAt, "erasedAt");
    }

    @Override
    public UUID subject() {
        return reportId;
    }
}
