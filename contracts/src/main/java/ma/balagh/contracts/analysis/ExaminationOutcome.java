package ma.balagh.contracts.analysis;

/** How an examination ended. */
public enum ExaminationOutcome {
    COMPLETED,
    /** The bytes are no medium that can be read; that is a finding, too. */
    UNREADABLE
}
