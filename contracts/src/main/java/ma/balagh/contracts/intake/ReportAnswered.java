package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The reporter's receipt now shows an answer, or a newer one.
 *
 * @param reportId the report
 * @param jurisdiction the report's territory
 * @param kind what the reporter is told
 * @param answeredAt when the receipt began to show it
 */
public record ReportAnswered(UUID reportId, String jurisdiction, AnswerKind kind, Instant answeredAt)
        implements ReportEvent {

    public ReportAnswered {
        requireNonNull(reportId, "reportId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(kind, "kind");
        requireNonNull(answeredAt, "answeredAt");
    }

    @Override
    public UUID subject() {
        return reportId;
    }
}
