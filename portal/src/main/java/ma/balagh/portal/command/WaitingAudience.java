package ma.balagh.portal.command;

/** Whom something waits for. */
public enum WaitingAudience {
    LABORATORY,
    ANALYST,
    JUDICIAL_OFFICER,
    DISPATCHER,
    FIELD_UNIT,
    COMMANDER
}
