package ma.balagh.portal.incident;

/** What speaks against sending a unit whatever it does. */
public enum UnitHindranceCode {
    OFF_SHIFT,
    OVER_HOURS,
    RESTING
}
