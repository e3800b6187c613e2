package ma.balagh.dispatch.blackspot.statistics;

/**
 * Getis and Ord's Gi* of one cell.
 *
 * @param giStar as a standard score: positive where the cell and its neighbours hold more than their share
 * @param pGreater pseudo p-value against the alternative that they hold more than by chance
 * @param pLesser likewise, less than by chance
 */
public record LocalStatistic(double giStar, double pGreater, double pLesser) {

    /** Pseudo p-value against either alternative. */
    public double pValue() {
        return PermutationCounter.twoSided(pGreater, pLesser);
    }
}
