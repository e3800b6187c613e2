package ma.balagh.analysis.finding;

/** What a method said about the evidence. */
public enum Result {
    PASS,
    FAIL,
    /** The method cannot say; its detail says why. */
    UNKNOWN
}
