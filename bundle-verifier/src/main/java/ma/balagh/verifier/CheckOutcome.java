package ma.balagh.verifier;

/** What a check comes to; the worst of several counts. */
public enum CheckOutcome {
    PASS,
    /** Neither shown nor refuted by what is in the bundle and what the reader said to trust. */
    UNKNOWN,
    FAIL
}
