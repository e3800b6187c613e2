package ma.balagh.intake.report;

/** How far a report has come, as its receipt says. */
public enum ReportStatus {
    RECEIVED,
    /** It stands in a dossier. */
    UNDER_EXAMINATION,
    /** The receipt shows an answer, which may still become more precise. */
    ANSWERED
}
