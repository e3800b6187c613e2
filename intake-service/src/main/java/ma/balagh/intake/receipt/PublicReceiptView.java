package ma.balagh.intake.receipt;

import java.time.Instant;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.answer.AnswerText;
import ma.balagh.intake.report.ReportStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt shows to whoever has its code: nothing personal, no id, and nothing by which misconduct could be told from
 * an offence. Both were handed to the authority that is competent, and that is what is said of both (ADR 068).
 */
record PublicReceiptView(
        String receipt, ReportStatus status, @Nullable PublicAnswerView answer) {

    /** @param at when the thing that is told happened */
    record PublicAnswerView(AnswerKind kind, AnswerText text, Instant at) {}

    /** @param forwarded what is said of a case that was handed to the competent authority */
    static PublicReceiptView of(ReceiptView receipt, AnswerText forwarded) {
        ReceiptView.AnswerView answer = receipt.answer();
        return new PublicReceiptView(
                receipt.receipt(), receipt.status(), answer == null ? null : view(answer, forwarded));
    }

    private static PublicAnswerView view(ReceiptView.AnswerView answer, AnswerText forwarded) {
        return switch (answer.kind()) {
            case FORWARDED, PRESUMED_OFFENCE -> new PublicAnswerView(AnswerKind.FORWARDED, forwarded, answer.at());
            case SET_ASIDE, NO_RECORDING, FALSE_REPORT, KNOWN_CASE, RESOLVED, REFERRED ->
                new PublicAnswerView(answer.kind(), answer.text(), answer.at());
        };
    }
}
