package ma.balagh.analysis.finding;

/** What a method said about the evidence. */
public enum FindingResult {
    /** What was looked at is as it is in a recording that nobody touched. */
    PASS,
    /**
     * Something is damaged, contradicts itself or the report, was edited, or says itself that it is no recording; passing a
     * recording on does not do that.
     */
    FAIL,
    /**
     * The method cannot say, or saw what happens to honest recordings every day: being encoded again by a platform, say.
     * Its summary says what.
     */
    UNKNOWN
}
