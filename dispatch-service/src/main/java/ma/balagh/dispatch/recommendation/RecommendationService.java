package ma.balagh.dispatch.recommendation;

import static java.util.Objects.requireNonNull;
import static ma.balagh.dispatch.recommendation.RecommendationReason.opposing;
import static ma.balagh.dispatch.recommendation.RecommendationReason.supporting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTime;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitHindrance;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * Orders units for an incident: available ones first, then those that can be planned as the next, then all others; within
 * each by the estimate, in whole seconds, of {@code travel time + allowance for a stale position}, or of
 * {@code time until free + travel time}, those of which it is unknown last.
 * The order depends on nothing that a reader of the list is not shown.
 */
final class RecommendationService {

    private static final Comparator<Recommendation> ORDER = Comparator.comparing(Recommendation::available)
            .thenComparing(Recommendation::stackable)
            .reversed()
            .thenComparing(Recommendation::orderingSeconds, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Recommendation::distanceMeters, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Recommendation::callSign);
    private static final RecommendationReason NO_ROAD_FOUND = opposing(
            RecommendationReason.Code.NO_ROAD_FOUND,
            "no open road from there was found, its time follows the straight line");
    private static final RecommendationReason ROADS_MISSING = opposing(
            RecommendationReason.Code.ROADS_MISSING, "the roads are missing, its time follows the straight line");
    /** From this severity on a small crew counts against a unit. */
    private static final int GRAVE = 3;
    /** From so many seconds on, minutes tell nothing. */
    private static final long LONG = Duration.ofHours(3).toSeconds();

    private final TravelTimes travelTimes;
    private final RecommendationConfig config;
    private final DutyConfig rules;
    private final Instant now;

    RecommendationService(TravelTimes travelTimes, RecommendationConfig config, DutyConfig rules, Instant now) {
        this.travelTimes = travelTimes;
        this.config = config;
        this.rules = rules;
        this.now = now;
    }

    List<Recommendation> recommend(Need need, List<Unit> units, StackingOptions stacking) {
        var times = travelTimes(need.place(), units, stacking);
        var ordered = new ArrayList<>(units.stream()
                .map(unit -> recommendation(need, unit, times, stacking))
                .sorted(ORDER)
                .toList());
        if (ordered.stream().anyMatch(each -> each.basis() == TravelBasis.ROAD)) {
            ordered.replaceAll(each -> unlessByRoad(each, NO_ROAD_FOUND));
        } else if (travelTimes.isMissingRoads()) {
            ordered.replaceAll(each -> unlessByRoad(each, ROADS_MISSING));
        }
        if (!ordered.isEmpty()) {
            ordered.set(0, withFastest(ordered.getFirst()));
        }
        return new RecommendationLimiter(config, units).limit(ordered);
    }

    private static Recommendation unlessByRoad(Recommendation each, RecommendationReason reason) {
        return each.basis() == TravelBasis.ROAD || each.estimatedSeconds() == null ? each : each.because(reason);
    }

    private static Recommendation withFastest(Recommendation first) {
        var seconds = first.estimatedSeconds();
        return !first.available() || seconds == null
                ? first
                : first.because(supporting(
                        RecommendationReason.Code.FASTEST, "first to be there, in about %s", words(seconds)));
    }

    /**
     * How long units need.
     *
     * @param now from where they were seen
     * @param next of stackable units, from the incidents that they are on
     */
    private record Ways(Map<UUID, TravelTime> now, Map<UUID, TravelTime> next) {}

    /** All at once: by road, one search from the place times them all. */
    private Ways travelTimes(@Nullable GeoPoint place, List<Unit> units, StackingOptions stacking) {
        if (place == null) {
            return new Ways(Map.of(), Map.of());
        }
        var seen = units.stream().filter(this::isKnown).toList();
        var busy = units.stream().filter(unit -> stacking.start(unit) != null).toList();
        var times = travelTimes.to(
                place,
                Stream.concat(
                                seen.stream().map(RecommendationService::start),
                                busy.stream()
                                        .map(unit ->
                                                new TravelStart(unit.kind(), requireNonNull(stacking.start(unit)))))
                        .toList());
        return new Ways(byUnit(seen, times), byUnit(busy, times.subList(seen.size(), times.size())));
    }

    private static Map<UUID, TravelTime> byUnit(List<Unit> units, List<TravelTime> times) {
        return IntStream.range(0, units.size())
                .boxed()
                .collect(Collectors.toMap(i -> units.get(i).id(), times::get));
    }

    private boolean isKnown(Unit unit) {
        var position = unit.position();
        return position != null && position.at().plus(config.unknownAfter()).isAfter(now);
    }

    private static TravelStart start(Unit unit) {
        var position = requireNonNull(unit.position());
        return new TravelStart(unit.kind(), new GeoPoint(position.latitude(), position.longitude()));
    }

    private Recommendation recommendation(Need need, Unit unit, Ways ways, StackingOptions stacking) {
        var travel = Optional.ofNullable(ways.now().get(unit.id()));
        var next = ways.next().get(unit.id());
        boolean stackable = stacking.isStackable(unit);
        var freeIn = stackable ? stacking.freeInSeconds(unit) : null;
        var age = Optional.ofNullable(unit.position()).map(position -> Duration.between(position.at(), now));
        var allowance = allowance(age.orElse(Duration.ZERO));
        return new Recommendation(
                unit.id(),
                unit.callSign(),
                unit.kind(),
                unit.crew(),
                unit.jurisdiction(),
                unit.status(),
                unit.status() == UnitStatus.AVAILABLE
                        && unit.hindrances(rules, now).isEmpty(),
                stackable,
                freeIn,
                freeIn == null || next == null ? null : freeIn + Math.round(next.seconds()),
                travel.map(known -> Math.round(known.metres())).orElse(null),
                travel.map(known -> Math.round(known.seconds() + allowance)).orElse(null),
                travel.map(TravelTime::basis).orElse(TravelBasis.STRAIGHT_LINE),
                age.map(Duration::toSeconds).orElse(null),
                Stream.concat(
                                stacking(unit, stackable, freeIn, stacking).stream(),
                                reasons(need, unit, age.orElse(null)).stream())
                        .toList());
    }

    private static Optional<RecommendationReason> stacking(
            Unit unit, boolean stackable, @Nullable Long freeIn, StackingOptions stacking) {
        if (!stackable) {
            return stacking.plan(unit);
        }
        return Optional.of(
                freeIn == null
                        ? opposing(RecommendationReason.Code.FREE_TIME_UNKNOWN, "when it will be free, is not known")
                        : supporting(
                                RecommendationReason.Code.FREE_IN, "free in about %s, as others were", words(freeIn)));
    }

    private double allowance(Duration age) {
        return Math.max(0, age.minus(config.staleAfter()).toSeconds()) * config.stalePenalty();
    }

    private List<RecommendationReason> reasons(Need need, Unit unit, @Nullable Duration age) {
        var reasons = new ArrayList<RecommendationReason>();
        availability(unit).ifPresent(reasons::add);
        unit.hindrances(rules, now).stream()
                .map(hindrance -> hindrance(hindrance, unit))
                .forEach(reasons::add);
        if (need.jurisdiction().equals(unit.jurisdiction())
                || need.jurisdiction().startsWith(unit.jurisdiction() + "-")) {
            reasons.add(supporting(
                    RecommendationReason.Code.COVERS_JURISDICTION,
                    "its territory %s covers the incident",
                    unit.jurisdiction()));
        }
        if (!Jurisdictions.of(need.jurisdiction()).covers(unit.jurisdiction())
                && !Jurisdictions.of(unit.jurisdiction()).covers(need.jurisdiction())) {
            reasons.add(opposing(RecommendationReason.Code.MUTUAL_AID, "it helps out from %s", unit.jurisdiction()));
        }
        if (need.place() == null) {
            reasons.add(
                    opposing(RecommendationReason.Code.INCIDENT_PLACE_UNKNOWN, "where the incident is, is not known"));
        }
        reasons.add(position(age));
        if (need.severity() >= GRAVE && unit.crew() < config.smallestCrew()) {
            reasons.add(opposing(
                    RecommendationReason.Code.CREW_SMALL,
                    "a crew of %d for an incident of severity %d",
                    unit.crew(),
                    need.severity()));
        }
        return List.copyOf(reasons);
    }

    private RecommendationReason position(@Nullable Duration age) {
        if (age == null) {
            return opposing(RecommendationReason.Code.POSITION_UNKNOWN, "where it is, is not known");
        }
        var words = words(Math.max(0, age.toSeconds()));
        if (age.compareTo(config.unknownAfter()) >= 0) {
            return opposing(
                    RecommendationReason.Code.POSITION_UNKNOWN, "last seen %s ago, too long ago to count", words);
        }
        return age.compareTo(config.staleAfter()) >= 0
                ? opposing(
                        RecommendationReason.Code.POSITION_STALE,
                        "last seen %s ago, which adds %s",
                        words,
                        words(Math.round(allowance(age))))
                : supporting(RecommendationReason.Code.POSITION_FRESH, "seen %s ago", words);
    }

    private static Optional<RecommendationReason> availability(Unit unit) {
        return switch (unit.status()) {
            case AVAILABLE -> Optional.empty();
            case ASSIGNED ->
                Optional.of(opposing(RecommendationReason.Code.UNIT_ASSIGNED, "it is assigned to another incident"));
            case EN_ROUTE ->
                Optional.of(opposing(RecommendationReason.Code.UNIT_EN_ROUTE, "it is on its way to an incident"));
            case ON_SCENE ->
                Optional.of(opposing(RecommendationReason.Code.UNIT_ON_SCENE, "it is on the scene of an incident"));
            case BUSY ->
                Optional.of(opposing(
                        RecommendationReason.Code.UNIT_BUSY, "it is busy: %s", requireNonNull(unit.busyReason())));
            case OFF_DUTY -> Optional.of(opposing(RecommendationReason.Code.UNIT_OFF_DUTY, "it is off duty"));
        };
    }

    private RecommendationReason hindrance(UnitHindrance hindrance, Unit unit) {
        return switch (hindrance) {
            case OFF_SHIFT -> opposing(RecommendationReason.Code.OFF_SHIFT, "it is outside its shift");
            case OVER_HOURS ->
                opposing(
                        RecommendationReason.Code.OVER_HOURS,
                        "it has been on duty for %s",
                        words(Duration.between(requireNonNull(unit.onDutySince()), now)
                                .toSeconds()));
            case RESTING ->
                opposing(
                        RecommendationReason.Code.RESTING,
                        "it rests for another %s",
                        words(Duration.between(
                                        now, requireNonNull(unit.offDutySince()).plus(rules.leastRest()))
                                .toSeconds()));
        };
    }

    private static String words(long seconds) {
        if (seconds < 90) {
            return seconds + " s";
        }
        return seconds < LONG ? Math.round(seconds / 60.0) + " min" : Math.round(seconds / 3600.0) + " h";
    }

    /**
     * What a unit is looked for.
     *
     * @param place where; null when it is not known
     * @param severity 1 (minor) to 4 (life in danger)
     */
    record Need(@Nullable GeoPoint place, String jurisdiction, int severity) {}
}
