package ma.balagh.intake.source;

/** How a source is doing, in one word. */
enum SourceState {
    UNTRIED,
    WORKING,
    /** Since when, why and when it is tried again is told with it. It is tried for ever. */
    FAILING,
    /** Switched off by an officer. */
    OFF
}
