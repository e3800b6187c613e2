package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The reporter's receipt shows no answer any more: what it followed from stands no longer, and the report is under
 * examination again.
 *
 * @param reportId the report
 * @param jurisdiction the report's territory
 * @param withdrawnAt when the receipt ceased to show it
 */
public record AnswerWithdrawn(UUID reportId, String jurisdiction, Instant withdrawnAt) implements ReportEvent {

    public AnswerWithdrawn {
        requireNonNull(reportId, "reportId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(withdrawnAt, "withdrawnAt");
    }

    @Override
    public UUID subject() {
        return reportId;
    }
}
