package ma.balagh.contracts.intake;

/** Which way a report came in. */
public enum Channel {
    PRESS,
    SOCIAL,
    CITIZEN,
    PARTNER,
    DESK
}
