package ma.balagh.dispatch.communique;

/** What a communiqué is about. */
enum CommuniqueKind {
    /** Incidents and what became of them. */
    CASE,
    /** What became of published videos, in the numbers of the public statistics. */
    FIGURES,
    /** Anything else that the authority says. */
    STATEMENT,
    /** A danger; also published as an alert of the Common Alerting Protocol. */
    ALERT
}
