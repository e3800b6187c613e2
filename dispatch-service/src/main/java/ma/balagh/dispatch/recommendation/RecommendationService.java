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
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitStatus;
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
    private static final RecommendationReason OUTSIDE_EXTRACT = opposing(
            RecommendationReason.Code.OUTSIDE_EXTRACT,
            "the incident lies outside of the known roads, its time follows the straight line");

    private final TravelTimes travelTimes;
    private final RecommendationConfig config;
    private final DutyConfig rules;
    private final Instant now;
    private final UnitReasonCollector reasons;

    RecommendationService(TravelTimes travelTimes, RecommendationConfig config, DutyConfig rules, Instant now) {
        this.travelTimes = travelTimes;
        this.config = config;
        this.rules = rules;
        this.now = now;
        this.reasons = new UnitReasonCollector(config, rules, now);
    }

    List<Recommendation> recommend(Need need, List<Unit> units, StackingOptions stacking) {
        var times = travelTimes(need.place(), units, stacking);
        var ordered = new ArrayList<>(units.stream()
                .map(unit -> recommendation(need, unit, times, stacking))
                .sorted(ORDER)
                .toList());
        whyNotByRoad(need.place(), ordered).ifPresent(reason -> ordered.replaceAll(each -> unlessByRoad(each, reason)));
        if (!ordered.isEmpty()) {
            ordered.set(0, withFastest(ordered.getFirst()));
        }
        return new RecommendationLimiter(config, units).limit(ordered);
    }

    /** Why a time that follows the straight line does; nothing where no roads are configured, as then nothing is missing. */
    private Optional<RecommendationReason> whyNotByRoad(@Nullable GeoPoint place, List<Recommendation> timed) {
        if (place == null) {
            return Optional.empty();
        }
        if (timed.stream().anyMatch(each -> each.basis() == TravelBasis.ROAD)) {
            return Optional.of(NO_ROAD_FOUND);
        }
        return switch (travelTimes.roadsTo(place)) {
            case NOT_CONFIGURED -> Optional.empty();
            case MISSING -> Optional.of(ROADS_MISSING);
            case ELSEWHERE -> Optional.of(OUTSIDE_EXTRACT);
            case AROUND -> Optional.of(NO_ROAD_FOUND);
        };
    }

    private static Recommendation unlessByRoad(Recommendation each, RecommendationReason reason) {
        return each.basis() == TravelBasis.ROAD || each.estimatedSeconds() == null ? each : each.because(reason);
    }

    private static Recommendation withFastest(Recommendation first) {
        var seconds = first.estimatedSeconds();
        return !first.available() || seconds == null
                ? first
                : first.because(supporting(
                                RecommendationReason.Code.FASTEST,
                                "first to be there, in about %s",
                                UnitReasonCollector.words(seconds))
                        .of(seconds));
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
        var role = role(need, unit);
        var allowance = config.allowance(age.orElse(Duration.ZERO));
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
                role,
                Stream.concat(
                                stacking(unit, stackable, freeIn, stacking).stream(),
                                reasons.reasons(need, unit, role, age.orElse(null)).stream())
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
                                        RecommendationReason.Code.FREE_IN,
                                        "free in about %s, as others were",
                                        UnitReasonCollector.words(freeIn))
                                .of(freeIn));
    }

    private static @Nullable AssignmentRole role(Need need, Unit unit) {
        return need.open().stream()
                .filter(requirement -> requirement.fits(unit))
                .map(UnitRequirement::role)
                .findFirst()
                .orElse(null);
    }

    /**
     * What a unit is looked for.
     *
     * @param place where; null when it is not known
     * @param severity 1 (minor) to 4 (life in danger)
     * @param open what of its run card is open still
     */
    record Need(@Nullable GeoPoint place, String jurisdiction, int severity, List<UnitRequirement> open) {}
}
