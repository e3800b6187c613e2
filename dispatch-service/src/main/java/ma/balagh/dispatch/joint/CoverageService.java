package ma.balagh.dispatch.joint;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** The share of incidents that these units would reach in time. */
    double covered(DemandForecast forecast, List<IdleUnit> idle) {
        return calculator(forecast).covered(reach(forecast, idle));
    }

    /** What each unit's absence costs, in seconds: the incidents that nobody reaches in time meanwhile × their price. */
    double[] prices(DemandForecast forecast, List<IdleUnit> idle) {
        double price =
                config.away().toSeconds() * (double) config.coveragePrice().toSeconds();
        var prices = calculator(forecast).losses(reach(forecast, idle));
        for (int unit = 0; unit < prices.length; unit++) {
            prices[unit] *= price;
        }
        return prices;
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
        var reach = new boolean[forecast.spots().size()];
        for (int spot = 0; spot < reach.length; spot++) {
            reach[spot] = seconds(kind, place, forecast.spots().get(spot).place())
                    <= config.target().toSeconds();
        }
        return reach;
    }

    double seconds(String kind, GeoPoint from, GeoPoint to) {
        return from.distanceTo(to) * roads.detourFactor() / roads.speedOf(kind);
    }
}
