package ma.balagh.dispatch.recommendation;

import static ma.balagh.dispatch.recommendation.RecommendationReason.opposing;
import static ma.balagh.dispatch.recommendation.RecommendationReason.supporting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Orders units for an incident: available before unavailable, then by the estimate, in whole seconds, of
 * {@code distance × detour factor ÷ speed of the kind + allowance for a stale position}, those of unknown place last.
 * The order depends on nothing that a reader of the list is not shown.
 */
final class RecommendationService {

    private static final Comparator<Recommendation> ORDER = Comparator.comparing(Recommendation::available)
            .reversed()
            .thenComparing(Recommendation::estimatedSeconds, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Recommendation::distanceMeters, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Recommendation::callSign);
    /** From this severity on a small crew counts against a unit. */
    private static final int GRAVE = 3;

    private final RecommendationConfig config;
    private final Instant now;

    RecommendationService(RecommendationConfig config, Instant now) {
        this.config = config;
        this.now = now;
    }

    List<Recommendation> recommend(Need need, List<Unit> units) {
        var ordered = new ArrayList<>(units.stream()
                .map(unit -> recommendation(need, unit))
                .sorted(ORDER)
                .toList());
        if (!ordered.isEmpty()) {
            ordered.set(0, withFastest(ordered.getFirst()));
        }
        return List.copyOf(ordered);
    }

    private static Recommendation withFastest(Recommendation first) {
        var seconds = first.estimatedSeconds();
        return !first.available() || seconds == null
                ? first
                : first.because(supporting(
                        RecommendationReason.Code.FASTEST, "first to be there, in about %s", words(seconds)));
    }

    private Recommendation recommendation(Need need, Unit unit) {
        var distance = distance(need.place(), unit.position());
        var age = Optional.ofNullable(unit.position()).map(position -> Duration.between(position.at(), now));
        var allowance = allowance(age.orElse(Duration.ZERO));
        var estimate = distance.map(metres -> metres * config.detourFactor() / config.speedOf(unit.kind()) + allowance);
        return new Recommendation(
                unit.id(),
                unit.callSign(),
                unit.kind(),
                unit.crew(),
                unit.jurisdiction(),
                unit.status(),
                unit.status() == UnitStatus.AVAILABLE,
                distance.map(Math::round).orElse(null),
                estimate.map(Math::round).orElse(null),
                age.map(Duration::toSeconds).orElse(null),
                reasons(need, unit, age.orElse(null)));
    }

    private static Optional<Double> distance(@Nullable GeoPoint place, @Nullable Position position) {
        return place == null || position == null
                ? Optional.empty()
                : Optional.of(new GeoPoint(position.latitude(), position.longitude()).distanceTo(place));
    }

    private double allowance(Duration age) {
        return Math.max(0, age.minus(config.staleAfter()).toSeconds()) * config.stalePenalty();
    }

    private List<RecommendationReason> reasons(Need need, Unit unit, @Nullable Duration age) {
        var reasons = new ArrayList<RecommendationReason>();
        availability(unit).ifPresent(reasons::add);
        if (need.jurisdiction().equals(unit.jurisdiction())
                || need.jurisdiction().startsWith(unit.jurisdiction() + "-")) {
            reasons.add(supporting(
                    RecommendationReason.Code.COVERS_JURISDICTION,
                    "its territory %s covers the incident",
                    unit.jurisdiction()));
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
        return age.compareTo(config.staleAfter()) >= 0
                ? opposing(RecommendationReason.Code.POSITION_STALE, "last seen %s ago", words)
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
            case OFF_DUTY -> Optional.of(opposing(RecommendationReason.Code.UNIT_OFF_DUTY, "it is off duty"));
        };
    }

    private static String words(long seconds) {
        return seconds < 90 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }

    /**
     * What a unit is looked for.
     *
     * @param place where; null when it is not known
     * @param severity 1 (minor) to 4 (life in danger)
     */
    record Need(@Nullable GeoPoint place, String jurisdiction, int severity) {}
}
