package ma.balagh.dispatch.communique;

/** What a communiqué is about. */
enum CommuniqueKind {
    /** Incidents and what became of them. */
    CASE,
    /** How many incidents ended in which way. */
    FIGURES,
    /** Anything else that the authority says. */
    STATEMENT,
    /** A danger; also published as an alert of the Common Alerting Protocol. */
    ALERT
}
