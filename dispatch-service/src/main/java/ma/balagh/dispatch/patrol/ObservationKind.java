package ma.balagh.dispatch.patrol;

/** What a crew saw at a place. */
enum ObservationKind {
    NOTHING,
    SUSPICIOUS_PEOPLE,
    CROWD,
    POOR_LIGHTING,
    /** What the note says. */
    OTHER
}
