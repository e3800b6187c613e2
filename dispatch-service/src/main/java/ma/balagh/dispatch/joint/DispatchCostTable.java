package ma.balagh.dispatch.joint;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import ma.balagh.dispatch.incident.WaitingIncident;

/**
 * Incidents that wait, units that are idle, and what it costs to send each unit to each incident. All costs are seconds of
 * response of an ordinary incident, one of priority 3.
 */
final class DispatchCostTable {

    /** What an incident costs to which nobody is sent: that somebody would come in a day. */
    static final double A_DAY = 86_400;

    private static final int ORDINARY = 3;

    private final List<WaitingIncident> incidents;
    private final List<IdleUnit> units;
    private final double[][] seconds;
    private final double[] prices;
    private final double highestPrice;
    private final double target;

    /**
     * @param incidents in the order in which a dispatcher would serve them
     * @param seconds of each incident: how long each unit needs to it
     * @param prices of each unit: what its absence costs
     * @param target within which a unit is to be there
     */
    DispatchCostTable(
            List<WaitingIncident> incidents,
            List<IdleUnit> units,
            double[][] seconds,
            double[] prices,
            Duration target) {
        this.incidents = List.copyOf(incidents);
        this.units = List.copyOf(units);
        this.seconds = seconds;
        this.prices = prices.clone();
        this.highestPrice = Arrays.stream(prices).max().orElse(0);
        this.target = target.toSeconds();
    }

    List<WaitingIncident> incidents() {
        return incidents;
    }

    List<IdleUnit> units() {
        return units;
    }

    double seconds(int incident, int unit) {
        return seconds[incident][unit];
    }

    /** Whether the territory of one lies in that of the other. */
    boolean isEligible(int incident, int unit) {
        var place = incidents.get(incident).jurisdiction();
        var own = units.get(unit).jurisdiction();
        return place.equals(own) || place.startsWith(own + "-") || own.startsWith(place + "-");
    }

    /**
     * The response time × the weight of the incident + the price of the unit's absence. A unit that comes after the target
     * pays the highest price of all: coverage decides only among those that come in time, and never makes anybody late.
     */
    double cost(int incident, int unit) {
        double travel = seconds[incident][unit];
        return weight(incident) * travel + (travel <= target ? prices[unit] : highestPrice);
    }

    /** What it costs that nobody is sent. */
    double costOfWaiting(int incident) {
        return weight(incident) * A_DAY + highestPrice;
    }

    private double weight(int incident) {
        return weightOf(incidents.get(incident).priority());
    }

    /** Each level of priority counts twice as much as the next: 4 for the first, a quarter for the fifth. */
    static double weightOf(int priority) {
        return Math.pow(2, ORDINARY - priority);
    }
}
