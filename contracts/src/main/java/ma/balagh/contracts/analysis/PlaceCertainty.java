package ma.balagh.contracts.analysis;

/** How sure the two people who reached a verdict are of the place. */
public enum PlaceCertainty {
    /** A report claims it, and nobody has confirmed it. */
    CLAIMED,
    /** Much speaks for it. */
    PROBABLE,
    /** The footage itself shows it. */
    CERTAIN
}
