package ma.balagh.portal.ageing;

/** What became of a report, beside the time within which it should be answered. */
public enum AnswerFateCode {
    KEPT,
    LATE,
    IN_TIME,
    OVERDUE
}
