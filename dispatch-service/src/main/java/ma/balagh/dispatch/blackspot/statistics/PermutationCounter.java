package ma.balagh.dispatch.blackspot.statistics;

/**
 * Counts how often permutations came to at least, and to at most, what was observed. Ties count for both, so that a field
 * which is the same everywhere has p-values of 1. Sums of the same numbers in another order count as ties.
 */
final class PermutationCounter {

    private static final double TIE = 1e-12;

    private final double observed;
    private final double tolerance;
    private int atLeast;
    private int atMost;

    PermutationCounter(double observed) {
        this.observed = observed;
        this.tolerance = tolerance(observed);
    }

    void count(double simulated) {
        if (simulated >= observed - tolerance) {
            atLeast++;
        }
        if (simulated <= observed + tolerance) {
            atMost++;
        }
    }

    double pGreater(int permutations) {
        return pValue(atLeast, permutations);
    }

    double pLesser(int permutations) {
        return pValue(atMost, permutations);
    }

    /** How far a sum may be from the observed one and be the same. */
    static double tolerance(double observed) {
        return TIE * Math.max(1, Math.abs(observed));
    }

    /** The observed one counts as one of the permutations. */
    static double pValue(int asFar, int permutations) {
        return (asFar + 1.0) / (permutations + 1.0);
    }

    /** Both tails by twice the smaller one. */
    static double twoSided(double pGreater, double pLesser) {
        return Math.min(1, 2 * Math.min(pGreater, pLesser));
    }
}
