package ma.balagh.contracts.analysis;

/** Which weapon is to be seen. */
public enum WeaponKind {
    NONE,
    KNIFE,
    FIREARM,
    OTHER,
    /** Somebody looked for one, and cannot tell. */
    UNKNOWN
}
