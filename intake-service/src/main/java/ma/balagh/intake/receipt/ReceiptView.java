package ma.balagh.intake.receipt;

import java.time.Instant;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportStatus;
import org.jspecify.annotations.Nullable;

/** What a receipt shows. Nothing personal, and nothing that only the agency may know. */
record ReceiptView(ReportStatus status, @Nullable AnswerView answer) {

    /** @param at when the thing that is told happened */
    record AnswerView(AnswerKind kind, AnswerTexts.Text text, Instant at) {}

    static ReceiptView of(Report report, AnswerTexts texts) {
        Answer answer = report.answer();
        return new ReceiptView(
                report.status(), answer == null ? null : new AnswerView(answer.kind(), texts.of(answer), answer.at()));
    }
}
