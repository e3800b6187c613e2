package ma.balagh.intake.retention;

/** What has an end. */
enum RetentionKind {
    /** What a source said of something that is none of our business. Its key stays, so that its source does not bring it back. */
    SET_ASIDE_ITEM,
    /** Who reported, once the report is answered. */
    IDENTITY,
    /** The words of a report that proved false. The report itself stays, and what it was answered. */
    FALSE_REPORT
}
