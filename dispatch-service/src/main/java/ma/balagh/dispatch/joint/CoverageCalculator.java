package ma.balagh.dispatch.joint;

import java.util.Arrays;

/**
 * How well idle units cover the places where incidents happen, by the maximum expected covering location problem (M. S.
 * Daskin, A maximum expected covering location model, Transportation Science 17, 1983): of k idle units that reach a place
 * in time, each is busy with probability q when somebody calls, so the place is covered with probability 1 − q^k.
 */
final class CoverageCalculator {

    private final double[] demand;
    private final double total;
    private final double busyShare;

    /**
     * @param demand incidents that each place expects, in any unit of time
     * @param busyShare q: the share of time for which a unit is busy, between 0 and 1
     */
    CoverageCalculator(double[] demand, double busyShare) {
        this.demand = demand.clone();
        this.total = Arrays.stream(demand).sum();
        this.busyShare = busyShare;
    }

    /**
     * The share of incidents that some unit is expected to reach in time; 1 where none are expected.
     *
     * @param reach of each idle unit: which of the places it reaches in time
     */
    double covered(boolean[][] reach) {
        var units = unitsAt(reach);
        double covered = 0;
        for (int place = 0; place < demand.length; place++) {
            covered += demand[place] * (1 - Math.pow(busyShare, units[place]));
        }
        return total == 0 ? 1 : covered / total;
    }

    /**
     * What of the demand is no longer covered when that unit alone leaves: the sum of d (1 − q) q^(k − 1) over the places
     * that it reaches (C. J. Jagtenberg, S. Bhulai, R. D. van der Mei, Dynamic ambulance dispatching: is the closest-idle
     * policy always optimal?, Health Care Management Science 20, 2017).
     *
     * @param reach of each idle unit: which of the places it reaches in time
     */
    double[] losses(boolean[][] reach) {
        var units = unitsAt(reach);
        var losses = new double[reach.length];
        for (int place = 0; place < demand.length; place++) {
            double loss = marginal(place, units[place] - 1);
            for (int unit = 0; unit < reach.length; unit++) {
                if (reach[unit][place]) {
                    losses[unit] += loss;
                }
            }
        }
        return losses;
    }

    /**
     * By how much the covered share grows when one of the units moves; less than nothing where it falls.
     *
     * @param units of each place: how many idle units reach it, the one that moves among them
     */
    double improvement(int[] units, boolean[] before, boolean[] after) {
        double improvement = 0;
        for (int place = 0; place < demand.length; place++) {
            if (after[place] && !before[place]) {
                improvement += marginal(place, units[place]);
            } else if (before[place] && !after[place]) {
                improvement -= marginal(place, units[place] - 1);
            }
        }
        return total == 0 ? 0 : improvement / total;
    }

    /** Of each place: how many units reach it in time. */
    int[] unitsAt(boolean[][] reach) {
        var units = new int[demand.length];
        for (var reached : reach) {
            for (int place = 0; place < demand.length; place++) {
                units[place] += reached[place] ? 1 : 0;
            }
        }
        return units;
    }

    /** What one more unit covers at a place that has so many. */
    private double marginal(int place, int others) {
        return demand[place] * (1 - busyShare) * Math.pow(busyShare, others);
    }
}
