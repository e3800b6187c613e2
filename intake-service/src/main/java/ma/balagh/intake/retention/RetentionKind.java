package ma.balagh.intake.retention;

/** What has an end. */
enum RetentionKind {
    /** What a source said of something that is none of our business. Its marks stay, so that it is not taken in anew. */
    SET_ASIDE_ITEM,
    /** Who reported, once the report is answered. */
    IDENTITY,
    /** The words of a report that proved false. The report itself stays, and what it was answered. */
    FALSE_REPORT
}
