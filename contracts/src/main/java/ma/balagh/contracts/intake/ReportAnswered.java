package ma.balagh.contracts.intake;

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

    @Override
    public UUID subject() {
        return reportId;
    }
}
