package ma.balagh.intake.custody;

/** What can happen to an evidence. */
public enum CustodyAction {
    /**
     * The bytes were seen for the first time, or again after they were erased, and are on disk. The detail {@code sha256}
     * ties the chain to them.
     */
    SECURED,
    /** The same bytes came in again. */
    SIGHTED,
    /** Somebody looked at the bytes; the detail {@code purpose} says why. */
    CONSULTED,
    /** Somebody read who filed a report that the evidence stands in; details {@code purpose} and {@code reportId}. */
    IDENTITY_READ,
    /** A copy was handed to somebody outside; the detail {@code recipient} says to whom. */
    DISCLOSED,
    /** A bundle was made of the evidence and its custody; the detail {@code purpose} says why. */
    EXPORTED,
    /** Its time was over and its bytes are given to nobody any more; the detail {@code rule} says by which rule. */
    RETENTION,
    /** The bytes on disk were found to be others than those secured, or none; the detail {@code reason} says which. */
    DAMAGED,
    /** The original bytes came in again and stand in the damaged ones' place. */
    RESTORED
}
