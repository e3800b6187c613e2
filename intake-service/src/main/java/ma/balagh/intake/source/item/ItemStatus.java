package ma.balagh.intake.source.item;

/** What became of an item. */
enum ItemStatus {
    /** It is a report. */
    REPORTED,
    /** It does not seem to be about what we look for. An officer can bring it back. */
    SET_ASIDE,
    /** It was known already, from this source or from another one. */
    SIGHTING
}
