package ma.balagh.contracts.intake;

/** What a reporter is told became of the report. */
public enum AnswerKind {
    /** Read by an officer; it is about nothing that this service acts on. */
    SET_ASIDE,
    /** Read by an officer; no recording of it could be obtained, so that there was nothing to examine. */
    NO_RECORDING,
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
