package ma.balagh.dispatch.joint;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.RoadConfig;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.runcard.UnitRequirement;

/**
 * Chooses, of all idle units, those that each place is compared with, and times them. A plan with as many rows as n never
 * needs more than the n cheapest units of each row: of these one is always left (the other rows take at most n − 1). So
 * the best plan among the units that are chosen is the best among all where times follow the straight line, and where they
 * follow roads, the best among those that are nearest along it.
 */
@ApplicationScoped
class CandidateSelector {

    /** More would not be filled at once where anybody still assigns by a list. */
    private static final int MOST_PLACES = 200;

    /** At least so many of those that fit, as the first along the road are not always the nearest. */
    private static final int LEAST = 100;

    private final TravelTimes travelTimes;
    private final RoadConfig roads;
    private final JointConfig config;

    CandidateSelector(TravelTimes travelTimes, RoadConfig roads, JointConfig config) {
        this.travelTimes = travelTimes;
        this.roads = roads;
        this.config = config;
    }

    /**
     * Incidents that wait, and the units that could be sent to them.
     *
     * @param basis by road only where each time is
     */
    record Candidates(DispatchCostTable table, TravelBasis basis) {}

    /**
     * @param incidents of known places, in the order in which a dispatcher would serve them
     * @param prices of each unit: what its absence costs
     */
    Candidates select(List<WaitingIncident> incidents, List<IdleUnit> idle, double[] prices) {
        var places = places(incidents, idle);
        int most = Math.max(
                LEAST,
                places.size()
                        + config.reserve() * CoverageReserve.byTerritory(idle).size());
        var search = new Search(idle, prices, most);
        var timed = new HashMap<WaitingIncident, double[]>();
        var considered = new BitSet();
        var bases = new ArrayList<TravelBasis>();
        for (var incident : places.stream().map(OpenPlace::incident).distinct().toList()) {
            var near = search.around(incident);
            timed.put(incident, times(incident, idle, near, bases));
            considered.or(near);
        }
        var reserve = search.reserve(considered);
        considered.or(reserve);
        int[] columns = considered.stream().toArray();
        var seconds = places.stream()
                .map(place -> row(place, idle, columns, requireNonNull(timed.get(place.incident()))))
                .toArray(double[][]::new);
        var table = new DispatchCostTable(
                places,
                Arrays.stream(columns).mapToObj(idle::get).toList(),
                seconds,
                Arrays.stream(columns).mapToDouble(unit -> prices[unit]).toArray(),
                Arrays.stream(prices).max().orElse(0),
                config.target());
        boolean byRoad = !bases.isEmpty() && bases.stream().allMatch(basis -> basis == TravelBasis.ROAD);
        return new Candidates(table, byRoad ? TravelBasis.ROAD : TravelBasis.STRAIGHT_LINE);
    }

    /** First one for each incident that nobody is on, in their order, then all others. */
    private static List<OpenPlace> places(List<WaitingIncident> incidents, List<IdleUnit> idle) {
        return incidents.stream()
                .flatMap(incident -> places(incident, idle))
                .sorted(Comparator.comparing(OpenPlace::further))
                .limit(MOST_PLACES)
                .toList();
    }

    /** The first place is one that somebody fits: while nobody is there, anybody of the run card is worth more than all others. */
    private static Stream<OpenPlace> places(WaitingIncident incident, List<IdleUnit> idle) {
        var open = incident.open();
        int first = IntStream.range(0, open.size())
                .filter(i -> idle.stream()
                        .anyMatch(unit -> fits(open.get(i), unit) && unit.mayGoTo(incident.jurisdiction())))
                .findFirst()
                .orElse(0);
        return IntStream.range(0, open.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, open.get(i).count())
                        .mapToObj(nth ->
                                new OpenPlace(incident, open.get(i), incident.hasUnit() || i != first || nth > 0)));
    }

    private static boolean fits(UnitRequirement requirement, IdleUnit unit) {
        return requirement.fits(unit.kind(), unit.skills());
    }

    /** Of each unit: its time, or infinitely long where it is not near. */
    private double[] times(WaitingIncident incident, List<IdleUnit> idle, BitSet near, List<TravelBasis> bases) {
        int[] units = near.stream().toArray();
        var times = travelTimes.to(
                requireNonNull(incident.point()),
                Arrays.stream(units)
                        .mapToObj(idle::get)
                        .map(unit -> new TravelStart(unit.kind(), unit.place()))
                        .toList());
        var seconds = new double[idle.size()];
        Arrays.fill(seconds, Double.POSITIVE_INFINITY);
        for (int i = 0; i < units.length; i++) {
            seconds[units[i]] = times.get(i).seconds() + idle.get(units[i]).allowance();
            bases.add(times.get(i).basis());
        }
        return seconds;
    }

    private static double[] row(OpenPlace place, List<IdleUnit> idle, int[] columns, double[] seconds) {
        return Arrays.stream(columns)
                .mapToDouble(
                        unit -> fits(place.requirement(), idle.get(unit)) ? seconds[unit] : Double.POSITIVE_INFINITY)
                .toArray();
    }

    /** Looks through all idle units. */
    private final class Search {

        private final List<IdleUnit> idle;
        private final double[] prices;
        private final double highestPrice;
        private final int most;
        private final double[] speeds;
        private final Map<String, boolean[]> eligible = new HashMap<>();

        Search(List<IdleUnit> idle, double[] prices, int most) {
            this.idle = idle;
            this.prices = prices;
            this.highestPrice = Arrays.stream(prices).max().orElse(0);
            this.most = most;
            this.speeds = idle.stream()
                    .mapToDouble(unit -> roads.speedOf(unit.kind()))
                    .toArray();
        }

        /** Of each requirement, the units that fit and are the nearest, and those that cost least. */
        BitSet around(WaitingIncident incident) {
            var seconds = seconds(incident);
            double weight = OpenPlace.weightOf(incident.priority());
            var around = new BitSet();
            for (var requirement : incident.open()) {
                var fitting = IntStream.range(0, seconds.length)
                        .mapToDouble(
                                unit -> fits(requirement, idle.get(unit)) ? seconds[unit] : Double.POSITIVE_INFINITY)
                        .toArray();
                around.or(least(fitting));
                if (highestPrice > 0) {
                    around.or(least(IntStream.range(0, fitting.length)
                            .mapToDouble(unit -> weight * fitting[unit] + price(unit, fitting[unit]))
                            .toArray()));
                }
            }
            return around;
        }

        private double price(int unit, double seconds) {
            return seconds <= config.target().toSeconds() ? prices[unit] : highestPrice;
        }

        /** Along the straight line; infinite where a unit may not go. */
        private double[] seconds(WaitingIncident incident) {
            var place = requireNonNull(incident.point());
            var mayGo = eligible.computeIfAbsent(incident.jurisdiction(), this::eligible);
            return IntStream.range(0, idle.size())
                    .mapToDouble(unit -> mayGo[unit] ? seconds(unit, place) : Double.POSITIVE_INFINITY)
                    .toArray();
        }

        private double seconds(int unit, GeoPoint place) {
            var from = idle.get(unit);
            return from.place().distanceTo(place) * roads.detourFactor() / speeds[unit] + from.allowance();
        }

        private boolean[] eligible(String territory) {
            var mayGo = new boolean[idle.size()];
            for (int unit = 0; unit < mayGo.length; unit++) {
                mayGo[unit] = idle.get(unit).mayGoTo(territory);
            }
            return mayGo;
        }

        /** Where the finite values are smallest; of equal ones, the first. */
        private BitSet least(double[] values) {
            double last = last(values);
            var least = new BitSet();
            IntStream.range(0, values.length).filter(i -> values[i] < last).forEach(least::set);
            IntStream.range(0, values.length)
                    .filter(i -> values[i] == last)
                    .limit(most - least.cardinality())
                    .forEach(least::set);
            return least;
        }

        /** The highest of those. Of thousands, a few hundred are kept: to sort them all takes ten times as long. */
        private double last(double[] values) {
            var kept = new PriorityQueue<Double>(Comparator.reverseOrder());
            for (double value : values) {
                if (Double.isFinite(value) && (kept.size() < most || value < kept.element())) {
                    kept.add(value);
                    if (kept.size() > most) {
                        kept.remove();
                    }
                }
            }
            return kept.isEmpty() ? Double.NaN : kept.element();
        }

        /** Of each territory, as many others as are to stay: a reserve that is kept by these costs nothing. */
        BitSet reserve(BitSet considered) {
            var kept = new HashMap<String, Integer>();
            var reserve = new BitSet();
            for (int i = 0; i < idle.size(); i++) {
                var unit = idle.get(i);
                if (!considered.get(i)
                        && !unit.lent()
                        && kept.merge(unit.jurisdiction(), 1, Integer::sum) <= config.reserve()) {
                    reserve.set(i);
                }
            }
            return reserve;
        }
    }
}
