package ma.balagh.dispatch.joint;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import ma.balagh.dispatch.incident.IncidentSpot;
import ma.balagh.dispatch.road.GeoPoint;

/**
 * One week of a city: its incidents, its stations with two units each, and what is known of the four weeks before it. A
 * unit that is sent drives to the place, works there, drives back to its station, and can be sent again once it is there.
 *
 * @param posts of each unit: where its station is
 * @param past squares of about a kilometre with the incidents of the four weeks before
 */
record SimulatedWeek(List<SimulatedCall> calls, List<GeoPoint> posts, List<IncidentSpot> past) {

    static final int UNITS_OF_A_STATION = 2;
    static final double PAST = 4 * SimulatedCity.WEEK;

    /** Where no unit is idle, one comes from a neighbouring city, after so many seconds. */
    static final double FROM_NEXT_DOOR = 1_800;

    private static final int STATIONS = 8;

    /** Metres in a second of a car on the straight line: 40 km/h on a way that is 1.35 times as long. */
    private static final double SPEED = 40 / 3.6 / 1.35;

    static SimulatedWeek of(long seed, double target) {
        var city = SimulatedCity.of(seed);
        var past = spots(city.calls(SimulatedCity.random(seed, "past"), PAST));
        return new SimulatedWeek(
                city.calls(SimulatedCity.random(seed, "week"), SimulatedCity.WEEK), posts(past, target), past);
    }

    double travel(int call, int unit) {
        return travel(posts.get(unit), calls.get(call).place());
    }

    /** When the unit would be back at its station. */
    double back(int call, int unit) {
        return calls.get(call).at() + 2 * travel(call, unit) + calls.get(call).service();
    }

    static double travel(GeoPoint from, GeoPoint to) {
        return from.distanceTo(to) / SPEED;
    }

    private static List<IncidentSpot> spots(List<SimulatedCall> calls) {
        var squares = calls.stream()
                .map(SimulatedCall::place)
                .collect(groupingBy(
                        place -> Math.round(place.latitude() * 100) * 100_000 + Math.round(place.longitude() * 100),
                        TreeMap::new,
                        toList()));
        return squares.values().stream()
                .map(square -> new IncidentSpot(
                        new GeoPoint(
                                square.stream().collect(averagingDouble(GeoPoint::latitude)),
                                square.stream().collect(averagingDouble(GeoPoint::longitude))),
                        square.size()))
                .toList();
    }

    /** Stations stand well: each where it covers most in addition to those before it. */
    private static List<GeoPoint> posts(List<IncidentSpot> past, double target) {
        var posts = new ArrayList<GeoPoint>();
        var reach = new ArrayList<boolean[]>();
        var coverage = new CoverageCalculator(
                past.stream().mapToDouble(IncidentSpot::incidents).toArray(), 0.4);
        for (int station = 0; station < STATIONS; station++) {
            var best = SimulatedCity.corners().stream()
                    .max(Comparator.comparingDouble(corner -> coverage.improvement(
                            coverage.unitsAt(reach.toArray(boolean[][]::new)),
                            new boolean[past.size()],
                            reach(past, corner, target))))
                    .orElseThrow();
            for (int unit = 0; unit < UNITS_OF_A_STATION; unit++) {
                posts.add(best);
                reach.add(reach(past, best, target));
            }
        }
        return List.copyOf(posts);
    }

    static boolean[] reach(List<IncidentSpot> spots, GeoPoint from, double target) {
        var reach = new boolean[spots.size()];
        for (int spot = 0; spot < reach.length; spot++) {
            reach[spot] = travel(from, spots.get(spot).place()) <= target;
        }
        return reach;
    }
}
