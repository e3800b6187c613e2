package ma.balagh.dispatch.joint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.recommendation.RecommendationConfig;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.dispatch.unit.HomePost;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import org.jspecify.annotations.Nullable;

/** The units that can be sent now, that nothing speaks against, and of which it is known where they are. */
@ApplicationScoped
class IdleUnitFinder {

    /** More than a city has. */
    private static final int MOST = 1_000;

    private final UnitService units;
    private final RecommendationConfig config;
    private final DutyConfig rules;
    private final Timestamps moments;

    IdleUnitFinder(UnitService units, RecommendationConfig config, DutyConfig rules, Timestamps moments) {
        this.units = units;
        this.config = config;
        this.rules = rules;
        this.moments = moments;
    }

    List<IdleUnit> find(@Nullable String jurisdiction) {
        var now = moments.now();
        return units.available(jurisdiction, MOST).stream()
                .filter(unit -> unit.hindrances(rules, now).isEmpty())
                .flatMap(unit -> idle(unit, now))
                .toList();
    }

    /** Where units wait when nothing else is to be done, those too that are away. */
    List<HomePost> homes(@Nullable String jurisdiction) {
        return units.homes(jurisdiction, MOST);
    }

    /** With the same allowance for an old position as where units are recommended for one incident. */
    private Stream<IdleUnit> idle(Unit unit, Instant now) {
        var position = unit.position();
        if (position == null || !position.at().plus(config.unknownAfter()).isAfter(now)) {
            return Stream.empty();
        }
        var overdue = Duration.between(position.at(), now).minus(config.staleAfter());
        return Stream.of(new IdleUnit(
                unit.id(),
                unit.callSign(),
                unit.kind(),
                unit.jurisdiction(),
                new GeoPoint(position.latitude(), position.longitude()),
                Math.max(0, overdue.toSeconds()) * config.stalePenalty()));
    }
}
