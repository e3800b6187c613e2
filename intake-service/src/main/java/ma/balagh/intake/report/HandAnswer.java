package ma.balagh.intake.report;

import ma.balagh.contracts.intake.AnswerKind;

/**
 * What an officer may answer without a dossier. What a report proves to be is for two people and the laboratory, never for
 * an answer by hand.
 */
enum HandAnswer {
    /** It is about nothing that this service acts on. */
    SET_ASIDE(AnswerKind.SET_ASIDE),
    /** No recording of it could be obtained. */
    NO_RECORDING(AnswerKind.NO_RECORDING);

    private final AnswerKind kind;

    HandAnswer(AnswerKind kind) {
        this.kind = kind;
    }

    AnswerKind kind() {
        return kind;
    }
}
