package ma.balagh.dispatch.blackspot.statistics;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A rate, and between which it lies with 95 % confidence.
 *
 * @param rate events in a unit of time
 */
public record RateInterval(double rate, double from, double to) {

    private static final double TAIL = 0.025;

    /** Exact, of a Poisson count (F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28, 1936). */
    public static RateInterval of(int count, double time) {
        double lower = count == 0 ? 0 : new ChiSquaredDistribution(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
        double upper = new ChiSquaredDistribution(2.0 * count + 2).inverseCumulativeProbability(1 - TAIL) / 2;
        return new RateInterval(count / time, lower / time, upper / time);
    }
}
