package ma.balagh.intake.receipt;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;

/**
 * Which of several answers says most. Events of different topics arrive in any order, and the result must not depend on
 * it: the kind decides first, and among equals the newer answer.
 */
final class AnswerComparator {

    private static final Comparator<Answer> ORDER = Comparator.comparingInt((Answer answer) -> rank(answer.kind()))
            .thenComparing(Answer::at)
            // Two of the same instant: any order, as long as it is always the same one.
            .thenComparing(Answer::outcome, Comparator.nullsFirst(Comparator.naturalOrder()));

    private AnswerComparator() {}

    static Optional<Answer> best(Stream<Answer> answers) {
        return answers.max(ORDER);
    }

    static Answer better(Answer one, Answer other) {
        return ORDER.compare(one, other) >= 0 ? one : other;
    }

    private static int rank(AnswerKind kind) {
        return switch (kind) {
            // An officer's word on a report that stood in no dossier.
            case SET_ASIDE, NO_RECORDING -> -1;
            case FORWARDED -> 0;
            case FALSE_REPORT -> 1;
            case KNOWN_CASE -> 2;
            case PRESUMED_OFFENCE -> 3;
            case RESOLVED -> 4;
            case REFERRED -> 5;
        };
    }
}
