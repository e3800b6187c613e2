package ma.balagh.dispatch.joint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.recommendation.RecommendationConfig;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.HomePost;
import ma.balagh.dispatch.unit.ReadyUnit;
import ma.balagh.dispatch.unit.ReadyUnitService;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/** The units that can be sent now, that nothing speaks against, and of which it is known where they are. */
@ApplicationScoped
class IdleUnitFinder {

    /** More than a country has on duty. */
    private static final int MOST = 50_000;

    /** More than a city has. */
    private static final int MOST_HOMES = 1_000;

    private final UnitService units;
    private final ReadyUnitService ready;
    private final RecommendationConfig config;
    private final Timestamps moments;

    IdleUnitFinder(UnitService units, ReadyUnitService ready, RecommendationConfig config, Timestamps moments) {
        this.units = units;
        this.ready = ready;
        this.config = config;
        this.moments = moments;
    }

    /**
     * By their call signs, with those that are lent.
     *
     * @param jurisdiction where they are needed; null for all territories that the caller sees
     * @param own the territories that the caller leads
     */
    List<IdleUnit> find(@Nullable String jurisdiction, Jurisdictions own) {
        var now = moments.now();
        var helping = ready.helping();
        return ready.list(jurisdiction, config.unknownAfter(), MOST).stream()
                .map(unit -> idle(unit, helping.getOrDefault(unit.id(), List.of()), own, now))
                .toList();
    }

    /** Where units wait when nothing else is to be done, those too that are away. */
    List<HomePost> homes(@Nullable String jurisdiction) {
        return units.homes(jurisdiction, MOST_HOMES);
    }

    private IdleUnit idle(ReadyUnit unit, List<String> helps, Jurisdictions own, Instant now) {
        return new IdleUnit(
                unit.id(),
                unit.callSign(),
                unit.kind(),
                unit.skills(),
                unit.jurisdiction(),
                helps,
                !own.covers(unit.jurisdiction()),
                new GeoPoint(unit.latitude(), unit.longitude()),
                config.allowance(Duration.between(unit.seenAt(), now)));
    }
}
