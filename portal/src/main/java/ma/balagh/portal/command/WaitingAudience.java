package ma.balagh.portal.command;

/** Whom something waits for. */
public enum WaitingAudience {
    INTAKE,
    LABORATORY,
    ANALYST,
    JUDICIAL_OFFICER,
    DISPATCHER,
    FIELD_UNIT,
    COMMANDER
}
