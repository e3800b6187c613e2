package ma.balagh.dispatch.unit;

/** What keeps a unit that is on duty and has no assignment. */
public enum BusyReason {
    BREAK,
    REFUELLING,
    REPAIR,
    ESCORT,
    COURT,
    OTHER
}
