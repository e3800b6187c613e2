package ma.balagh.intake.retention;

/** What has an end. */
enum RetentionKind {
    /**
     * What a source said of something that is none of our business. Its key stays, so that its source does not bring it
     * back.
     */
    SET_ASIDE_ITEM,
    /** Who reported, once the report is answered. */
    IDENTITY,
    /** The words of a report that proved false. The report itself stays, and what it was answered. */
    FALSE_REPORT,
    /** The bytes of evidence of which every report is answered. Its digest and its custody stay. */
    CLOSED_CASE_EVIDENCE,
    /** The same where a report still waits for its answer: never unless a person says so, and why. */
    OPEN_CASE_EVIDENCE;

    boolean isEvidence() {
        return switch (this) {
            case SET_ASIDE_ITEM, IDENTITY, FALSE_REPORT -> false;
            case CLOSED_CASE_EVIDENCE, OPEN_CASE_EVIDENCE -> true;
        };
    }
}
