package ma.balagh.contracts.analysis;

/** Which vehicle the suspects use. */
public enum VehicleKind {
    BICYCLE,
    MOTORCYCLE,
    CAR,
    VAN,
    OTHER
}
