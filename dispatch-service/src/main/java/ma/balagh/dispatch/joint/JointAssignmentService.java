package ma.balagh.dispatch.joint;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTime;
import ma.balagh.dispatch.road.TravelTimes;
import org.jspecify.annotations.Nullable;

/** Proposes who should be sent to all incidents that wait, and compares that with one after the other. */
@ApplicationScoped
class JointAssignmentService {

    /** More than wait at once where anybody still assigns by a list. */
    private static final int MOST = 200;

    private final IncidentQueryService incidents;
    private final IdleUnitFinder units;
    private final TravelTimes travelTimes;
    private final CoverageService coverage;
    private final JointConfig config;

    JointAssignmentService(
            IncidentQueryService incidents,
            IdleUnitFinder units,
            TravelTimes travelTimes,
            CoverageService coverage,
            JointConfig config) {
        this.incidents = incidents;
        this.units = units;
        this.travelTimes = travelTimes;
        this.coverage = coverage;
        this.config = config;
    }

    JointAssignmentView propose(@Nullable String jurisdiction) {
        var waiting = incidents.waiting(jurisdiction, MOST);
        var located =
                waiting.stream().filter(incident -> incident.point() != null).toList();
        var idle = units.find(jurisdiction);
        var forecast = coverage.forecast(jurisdiction);
        var times = located.stream().map(incident -> times(incident, idle)).toList();
        var table = new DispatchCostTable(
                located,
                idle,
                seconds(times, idle),
                forecast.map(known -> coverage.prices(known, idle)).orElseGet(() -> new double[idle.size()]),
                config.target());
        var calculator =
                new JointAssignmentCalculator(table, new CoverageReserve(config.reserve(), config.reserveHeldFrom()));
        var joint = calculator.joint();
        var greedy = calculator.greedy();
        return JointAssignmentView.of(
                joint,
                greedy,
                forecast.map(known -> new JointAssignmentView.Coverage(
                                coverage.covered(known, idle),
                                coverage.covered(known, joint.idle()),
                                coverage.covered(known, greedy.idle())))
                        .orElse(null),
                waiting.stream().filter(incident -> incident.point() == null).toList(),
                basis(times));
    }

    private List<TravelTime> times(WaitingIncident incident, List<IdleUnit> idle) {
        GeoPoint place = requireNonNull(incident.point());
        return travelTimes.to(
                place,
                idle.stream()
                        .map(unit -> new TravelStart(unit.kind(), unit.place()))
                        .toList());
    }

    private static double[][] seconds(List<List<TravelTime>> times, List<IdleUnit> idle) {
        var seconds = new double[times.size()][idle.size()];
        for (int incident = 0; incident < seconds.length; incident++) {
            for (int unit = 0; unit < idle.size(); unit++) {
                seconds[incident][unit] =
                        times.get(incident).get(unit).seconds() + idle.get(unit).allowance();
            }
        }
        return seconds;
    }

    /** By road only where each time is. */
    private static TravelBasis basis(List<List<TravelTime>> times) {
        boolean byRoad = !times.isEmpty()
                && times.stream().flatMap(List::stream).allMatch(time -> time.basis() == TravelBasis.ROAD);
        return byRoad ? TravelBasis.ROAD : TravelBasis.STRAIGHT_LINE;
    }
}
