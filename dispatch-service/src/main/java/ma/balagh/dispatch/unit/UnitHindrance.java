package ma.balagh.dispatch.unit;

/** Why a unit should not be sent although its status allows it. People may still send it. */
public enum UnitHindrance {
    /** Its shift has not begun, or is over. */
    OFF_SHIFT,
    /** It has been on duty for longer than the rules allow. */
    OVER_HOURS,
    /** It went off duty, and its rest is not over. */
    RESTING
}
