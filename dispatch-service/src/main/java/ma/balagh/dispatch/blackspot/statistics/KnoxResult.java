package ma.balagh.dispatch.blackspot.statistics;

/**
 * Whether events that are near in space are also near in time more often than by chance.
 *
 * @param events how many there were
 * @param observed pairs that are near in both
 * @param nearInSpace pairs
 * @param nearInTime pairs
 * @param expected pairs near in both, were time nothing to do with space
 * @param pPoisson chance of more pairs than observed by Poisson's distribution (Knox, 1964)
 * @param pGreater pseudo p-value, times dealt out anew, against the alternative of more pairs
 * @param pLesser likewise, of fewer
 */
public record KnoxResult(
        int events,
        long observed,
        long nearInSpace,
        long nearInTime,
        double expected,
        double pPoisson,
        double pGreater,
        double pLesser) {

    /** Pseudo p-value against either alternative. */
    public double pValue() {
        return PermutationCounter.twoSided(pGreater, pLesser);
    }

    /** How many times as many near repeats as expected; 1 where none are. */
    public double ratio() {
        return expected == 0 ? 1 : observed / expected;
    }
}
