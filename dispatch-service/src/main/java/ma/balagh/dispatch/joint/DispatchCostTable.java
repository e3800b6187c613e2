package ma.balagh.dispatch.joint;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What it costs to send each idle unit to each place of the incidents that wait. */
final class DispatchCostTable {

    private final List<OpenPlace> places;
    private final List<IdleUnit> units;
    private final double[][] seconds;
    private final double[] prices;
    private final double highestPrice;
    private final double target;

    /**
     * @param places in the order in which a dispatcher would fill them
     * @param seconds of each place: how long each unit needs to it; infinite where it may not go there or is not what is
     *     needed
     * @param prices of each unit: what its absence costs
     * @param target within which a unit is to be there
     */
    DispatchCostTable(
            List<OpenPlace> places, List<IdleUnit> units, double[][] seconds, double[] prices, Duration target) {
        this(places, units, seconds, prices, Arrays.stream(prices).max().orElse(0), target);
    }

    /** @param highestPrice of all idle units, of which these are some */
    DispatchCostTable(
            List<OpenPlace> places,
            List<IdleUnit> units,
            double[][] seconds,
            double[] prices,
            double highestPrice,
            Duration target) {
        this.places = List.copyOf(places);
        this.units = List.copyOf(units);
        this.seconds = seconds;
        this.prices = prices.clone();
        this.highestPrice = highestPrice;
        this.target = target.toSeconds();
    }

    List<OpenPlace> places() {
        return places;
    }

    List<IdleUnit> units() {
        return units;
    }

    double seconds(int place, int unit) {
        return seconds[place][unit];
    }

    boolean isEligible(int place, int unit) {
        return Double.isFinite(seconds[place][unit]);
    }

    /** Whether any unit is what is needed there. */
    boolean isFillable(int place) {
        return Arrays.stream(seconds[place]).anyMatch(Double::isFinite);
    }

    /**
     * The response time × the weight of the incident + the price of the unit's absence. A unit that comes after the target
     * pays the highest price of all: coverage decides only among those that come in time, and never makes anybody late.
     */
    double cost(int place, int unit) {
        double travel = seconds[place][unit];
        return places.get(place).weight() * travel + (travel <= target ? prices[unit] : highestPrice);
    }

    /** What it costs that nobody is sent there. */
    double costOfWaiting(int place) {
        return places.get(place).costOfWaiting() + highestPrice;
    }
}
