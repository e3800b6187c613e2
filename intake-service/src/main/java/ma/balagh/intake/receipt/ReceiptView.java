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

    /** @param knownCase what has become of the case that the report's recording belongs to, where this is its answer */
    static ReceiptView of(Report report, @Nullable Answer knownCase, AnswerTexts texts) {
        Answer answer = report.answer();
        return new ReceiptView(report.status(), answer == null ? null : view(answer, knownCase, texts));
    }

    private static AnswerView view(Answer answer, @Nullable Answer knownCase, AnswerTexts texts) {
        if (knownCase == null) {
            return new AnswerView(answer.kind(), texts.of(answer), answer.at());
        }
        Instant latest = knownCase.at().isAfter(answer.at()) ? knownCase.at() : answer.at();
        return new AnswerView(answer.kind(), texts.ofKnownCase(answer, knownCase), latest);
    }
}
