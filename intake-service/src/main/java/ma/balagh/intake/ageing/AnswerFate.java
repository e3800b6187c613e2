package ma.balagh.intake.ageing;

/** What became of a report, beside the time within which it should be answered. */
enum AnswerFate {
    /** Answered in time. */
    KEPT,
    /** Answered later. */
    LATE,
    /** Without an answer, and not for too long. */
    IN_TIME,
    /** Without an answer for too long. */
    OVERDUE
}
