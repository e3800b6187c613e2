package ma.balagh.dispatch.patrol;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How many times as much happens in one time as in another, and between which that lies with 95 % confidence.
 *
 * @param to null where there is no upper bound, since nothing happened before
 */
record RateRatio(
        @Nullable Double ratio, double from, @Nullable Double to) {

    private static final double TAIL = 0.025;

    /**
     * Of two Poisson counts, exact: given their sum, the later one is binomial (J. Przyborowski and H. Wilenski, Homogeneity
     * of Results in Testing Samples from Poisson Series, Biometrika 31, 1940), and the limits of its share are those of C.
     * Clopper and E. Pearson (The Use of Confidence or Fiducial Limits, Biometrika 26, 1934). It is what {@code poisson.test}
     * of R computes.
     *
     * @param beforeTime of any unit, positive
     * @param afterTime of the same unit, positive
     */
    static RateRatio of(int before, double beforeTime, int after, double afterTime) {
        double odds = beforeTime / afterTime;
        double lower = after == 0 ? 0 : quantile(after, before + 1.0, TAIL);
        double upper = before == 0 ? 1 : quantile(after + 1.0, before, 1 - TAIL);
        return new RateRatio(
                before == 0 ? null : odds * after / before,
                odds * lower / (1 - lower),
                before == 0 ? null : odds * upper / (1 - upper));
    }

    private static double quantile(double alpha, double beta, double probability) {
        return new BetaDistribution(null, alpha, beta).inverseCumulativeProbability(probability);
    }

    EffectVerdict verdict() {
        if (from > 1) {
            return EffectVerdict.MORE;
        }
        return to != null && to < 1 ? EffectVerdict.FEWER : EffectVerdict.UNCLEAR;
    }
}
