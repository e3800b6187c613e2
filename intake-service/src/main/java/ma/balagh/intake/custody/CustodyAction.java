package ma.balagh.intake.custody;

/** What can happen to an evidence. */
public enum CustodyAction {
    /** The bytes were seen for the first time and are on disk. The detail {@code sha256} ties the chain to them. */
    SECURED,
    /** The same bytes came in again. */
    SIGHTED,
    /** Somebody looked at the bytes; the detail {@code purpose} says why. */
    CONSULTED,
    /** Somebody read who filed a report that the evidence stands in; details {@code purpose} and {@code reportId}. */
    IDENTITY_READ,
    /** The bytes on disk were found to be others than those secured, or none; the detail {@code reason} says which. */
    DAMAGED,
    /** The original bytes came in again and stand in the damaged ones' place. */
    RESTORED
}
