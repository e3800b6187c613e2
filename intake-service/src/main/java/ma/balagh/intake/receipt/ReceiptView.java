package ma.balagh.intake.receipt;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.answer.AnswerText;
import ma.balagh.intake.answer.AnswerWording;
import ma.balagh.intake.report.Answer;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportStatus;
import org.jspecify.annotations.Nullable;

/** What a receipt shows. Nothing personal, and nothing that only the agency may know. */
public record ReceiptView(
        String receipt,
        UUID reportId,
        ReportStatus status,
        @Nullable AnswerView answer) {

    /** @param at when the thing that is told happened */
    public record AnswerView(AnswerKind kind, AnswerText text, Instant at) {}

    /** @param knownCase what has become of the case that the report's recording belongs to, where this is its answer */
    static ReceiptView of(Report report, @Nullable Answer knownCase, AnswerWording wording) {
        Answer answer = report.answer();
        return new ReceiptView(
                report.receipt().value(),
                report.id(),
                report.status(),
                answer == null ? null : view(answer, knownCase, wording));
    }

    private static AnswerView view(Answer answer, @Nullable Answer knownCase, AnswerWording wording) {
        if (knownCase == null) {
            return new AnswerView(answer.kind(), wording.of(answer), answer.at());
        }
        Instant latest = knownCase.at().isAfter(answer.at()) ? knownCase.at() : answer.at();
        return new AnswerView(answer.kind(), wording.ofKnownCase(answer, knownCase), latest);
    }
}
