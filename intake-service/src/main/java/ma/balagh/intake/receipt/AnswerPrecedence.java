package ma.balagh.intake.receipt;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;

/**
 * Which of several answers says most. Events of different topics arrive in any order; what is told in the end must not
 * depend on it. So a later stage of the way beats an earlier one, and within a stage the younger answer the older.
 */
final class AnswerPrecedence {

    private static final Comparator<Answer> ORDER = Comparator.comparingInt((Answer answer) -> stage(answer.kind()))
            .thenComparing(Answer::at)
            // Two of the same instant: any order, as long as it is always the same one.
            .thenComparing(Answer::kind)
            .thenComparing(Answer::outcome, Comparator.nullsFirst(Comparator.naturalOrder()));

    private AnswerPrecedence() {}

    static Optional<Answer> best(Stream<Answer> answers) {
        return answers.max(ORDER);
    }

    private static int stage(AnswerKind kind) {
        return switch (kind) {
            case FORWARDED -> 0;
            case FALSE_REPORT, PRESUMED_OFFENCE, KNOWN_CASE -> 1;
            case RESOLVED -> 2;
            case REFERRED -> 3;
        };
    }
}
