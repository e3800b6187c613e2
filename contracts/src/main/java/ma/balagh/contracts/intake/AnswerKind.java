package ma.balagh.contracts.intake;

/** What a reporter is told became of the report. */
public enum AnswerKind {
    /** Examined and handed to the authority that is competent for it. */
    FORWARDED,
    FALSE_REPORT,
    PRESUMED_OFFENCE,
    KNOWN_CASE,
    /** The intervention ended; the text says how. */
    RESOLVED,
    /** Somebody was presented to the prosecutor. */
    REFERRED
}
