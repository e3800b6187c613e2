package ma.balagh.intake.proof;

/**
 * How much there is, at one moment.
 *
 * @param erased evidence whose time is over
 * @param remaining evidence of these whose bytes the store has not let go yet
 * @param bytes of all evidence that is kept
 */
record CustodyCounts(
        long reports,
        long evidence,
        long erased,
        long remaining,
        long bytes,
        long entries,
        long leaves,
        long anchors) {}
