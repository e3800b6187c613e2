package ma.balagh.dispatch.joint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.RoadConfig;
import org.jspecify.annotations.Nullable;

/**
 * How well a territory is covered, by where its incidents were. Coverage is reckoned along straight lines also where there
 * are roads: it compares hundreds of places with all units, and asks only who is roughly near.
 */
@ApplicationScoped
class CoverageService {

    private static final double METRES_OF_A_DEGREE = 111_195;

    /** Square kilometres of a large city that have incidents. */
    private static final int MOST_SPOTS = 400;

    private final IncidentQueryService incidents;
    private final RoadConfig roads;
    private final JointConfig config;
    private final Timestamps moments;

    CoverageService(IncidentQueryService incidents, RoadConfig roads, JointConfig config, Timestamps moments) {
        this.incidents = incidents;
        this.roads = roads;
        this.config = config;
        this.moments = moments;
    }

    /** Nothing where too few incidents are known to say anything. */
    Optional<DemandForecast> forecast(@Nullable String jurisdiction) {
        var period = config.demandPeriod();
        var spots = incidents.spots(jurisdiction, moments.now().minus(period), MOST_SPOTS);
        return Optional.of(new DemandForecast(spots, period.toSeconds()))
                .filter(forecast -> forecast.incidents() >= config.smallestDemand());
    }

    /** What these units cover of it. */
    IdleCoverage coverage(DemandForecast forecast, List<IdleUnit> idle) {
        return new IdleCoverage(calculator(forecast), idle, reach(forecast, idle));
    }

    /** What each unit's absence costs, in seconds: the incidents that nobody reaches in time meanwhile × their price. */
    double[] prices(IdleCoverage coverage) {
        double price =
                config.away().toSeconds() * (double) config.coveragePrice().toSeconds();
        return Arrays.stream(coverage.losses()).map(loss -> loss * price).toArray();
    }

    CoverageCalculator calculator(DemandForecast forecast) {
        return new CoverageCalculator(forecast.rates(), config.busyShare());
    }

    boolean[][] reach(DemandForecast forecast, List<IdleUnit> idle) {
        return idle.stream()
                .map(unit -> reach(forecast, unit.kind(), unit.place()))
                .toArray(boolean[][]::new);
    }

    boolean[] reach(DemandForecast forecast, String kind, GeoPoint place) {
        double metres = config.target().toSeconds() * roads.speedOf(kind) / roads.detourFactor();
        double degrees = metres / METRES_OF_A_DEGREE;
        var reach = new boolean[forecast.spots().size()];
        for (int spot = 0; spot < reach.length; spot++) {
            var there = forecast.spots().get(spot).place();
            // Most are further north or south: to measure how far they are takes much longer, and there are thousands
            // of units.
            reach[spot] = Math.abs(there.latitude() - place.latitude()) <= degrees && place.distanceTo(there) <= metres;
        }
        return reach;
    }

    double seconds(String kind, GeoPoint from, GeoPoint to) {
        return from.distanceTo(to) * roads.detourFactor() / roads.speedOf(kind);
    }
}
