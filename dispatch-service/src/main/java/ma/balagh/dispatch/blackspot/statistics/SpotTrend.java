package ma.balagh.dispatch.blackspot.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** Whether more happens lately than before. */
public enum SpotTrend {
    RISING,
    STEADY,
    FALLING;

    private static final double LEVEL = 0.025;

    /**
     * Rising or falling where chance alone would split the events so unevenly at most once in 20 times.
     *
     * @param share of the time that is lately
     */
    public static SpotTrend of(int lately, int before, double share) {
        var chance = new BinomialDistribution(null, lately + before, share);
        if (1 - chance.cumulativeProbability(lately - 1) <= LEVEL) {
            return RISING;
        }
        return chance.cumulativeProbability(lately) <= LEVEL ? FALLING : STEADY;
    }
}
