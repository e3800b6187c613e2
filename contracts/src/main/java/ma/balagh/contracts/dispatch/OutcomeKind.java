package ma.balagh.contracts.dispatch;

/** How an incident ended. */
public enum OutcomeKind {
    ARRESTED,
    IDENTIFIED_AT_LARGE,
    NOT_FOUND,
    NO_OFFENCE
}
