package ma.balagh.dispatch.joint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.dispatch.incident.IncidentSpot;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.HomePost;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/** Proposes which idle units should cover the gaps that others have left. */
@ApplicationScoped
class MoveUpService {

    /** More moves at once nobody would order. */
    private static final int MOST_MOVES = 3;

    /** Beside the home posts, a unit may wait at the places with most incidents. */
    private static final int MOST_SPOTS = 40;

    /** More than a city has; each is compared with each post. */
    private static final int MOST_UNITS = 1_000;

    private final IdleUnitFinder units;
    private final CoverageService coverage;
    private final JointConfig config;

    MoveUpService(IdleUnitFinder units, CoverageService coverage, JointConfig config) {
        this.units = units;
        this.coverage = coverage;
        this.config = config;
    }

    /**
     * Nothing where too few incidents are known to say where a gap is.
     *
     * @param own the territories that the caller leads: who helps out is not posted there
     */
    List<MoveUpView> propose(@Nullable String jurisdiction, Jurisdictions own) {
        var idle = units.find(jurisdiction, own).stream()
                .filter(unit -> !unit.lent())
                .limit(MOST_UNITS)
                .toList();
        return coverage.forecast(jurisdiction)
                .map(forecast -> propose(forecast, idle, names(units.homes(jurisdiction))))
                .orElse(List.of());
    }

    private static Map<GeoPoint, String> names(List<HomePost> homes) {
        var names = new LinkedHashMap<GeoPoint, String>();
        homes.forEach(home -> names.put(new GeoPoint(home.latitude(), home.longitude()), home.name()));
        return names;
    }

    private List<MoveUpView> propose(DemandForecast forecast, List<IdleUnit> idle, Map<GeoPoint, String> homes) {
        var spots = forecast.spots().stream().limit(MOST_SPOTS).map(IncidentSpot::place);
        var posts = Stream.concat(homes.keySet().stream(), spots).toList();
        var calculator =
                new MoveUpCalculator(coverage.calculator(forecast), new Territory(forecast), config.smallestGain());
        var views = new ArrayList<MoveUpView>();
        double covered = coverage.coverage(forecast, idle).now();
        for (var move : calculator.moves(idle, posts, MOST_MOVES)) {
            var unit = move.unit();
            views.add(new MoveUpView(
                    unit.id(),
                    unit.callSign(),
                    unit.place(),
                    move.post(),
                    homes.get(move.post()),
                    Math.round(coverage.seconds(unit.kind(), unit.place(), move.post())),
                    covered,
                    covered + move.gain()));
            covered += move.gain();
        }
        return List.copyOf(views);
    }

    /** Straight lines, each looked at once. */
    private final class Territory implements MoveUpCalculator.Geography {

        private final DemandForecast forecast;
        private final Map<Start, boolean[]> reach = new HashMap<>();

        private record Start(String kind, GeoPoint place) {}

        Territory(DemandForecast forecast) {
            this.forecast = forecast;
        }

        @Override
        public boolean[] reach(String kind, GeoPoint from) {
            return reach.computeIfAbsent(
                    new Start(kind, from), start -> coverage.reach(forecast, start.kind(), start.place()));
        }

        @Override
        public boolean isNear(IdleUnit unit, GeoPoint post) {
            return coverage.seconds(unit.kind(), unit.place(), post)
                    <= config.farthestMove().toSeconds();
        }
    }
}
