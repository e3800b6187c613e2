package ma.balagh.dispatch.patrol;

/** What becomes of a visit. */
enum VisitState {
    /** A unit is to make it. */
    PLANNED,
    /** The unit was called away while it lasted. */
    INTERRUPTED,
    /** No unit can make it. */
    UNASSIGNED,
    /** Its plan was withdrawn before it began; nobody is shown it. */
    WITHDRAWN
}
