package ma.balagh.dispatch.recommendation;

import static java.util.Objects.requireNonNull;
import static ma.balagh.dispatch.recommendation.RecommendationReason.opposing;
import static ma.balagh.dispatch.recommendation.RecommendationReason.supporting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitHindrance;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/** Collects what speaks for and against a unit, whatever the others are. */
final class UnitReasonCollector {

    /** From this severity on a small crew counts against a unit. */
    private static final int GRAVE = 3;
    /** From so many seconds on, minutes tell nothing. */
    private static final long LONG = Duration.ofHours(3).toSeconds();

    private final RecommendationConfig config;
    private final DutyConfig rules;
    private final Instant now;

    UnitReasonCollector(RecommendationConfig config, DutyConfig rules, Instant now) {
        this.config = config;
        this.rules = rules;
        this.now = now;
    }

    /**
     * @param role that it fits; null where it fits none that is open
     * @param age of its position; null where it has none
     */
    List<RecommendationReason> reasons(
            RecommendationService.Need need, Unit unit, @Nullable AssignmentRole role, @Nullable Duration age) {
        var reasons = new ArrayList<RecommendationReason>();
        fit(need, role).ifPresent(reasons::add);
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

    /** Where any unit would do, that a unit does tells nothing. */
    private static Optional<RecommendationReason> fit(RecommendationService.Need need, @Nullable AssignmentRole role) {
        if (need.open().stream().allMatch(UnitRequirement::fitsAnyUnit)) {
            return Optional.empty();
        }
        return Optional.of(
                role == null
                        ? opposing(RecommendationReason.Code.FITS_NO_ROLE, "it fits nothing that is still needed")
                        : supporting(RecommendationReason.Code.FITS_ROLE, "it is what is still needed as %s", role));
    }

    private RecommendationReason position(@Nullable Duration age) {
        if (age == null) {
            return opposing(RecommendationReason.Code.POSITION_UNKNOWN, "where it is, is not known");
        }
        long seconds = Math.max(0, age.toSeconds());
        var words = words(seconds);
        if (age.compareTo(config.unknownAfter()) >= 0) {
            return opposing(
                            RecommendationReason.Code.POSITION_UNKNOWN,
                            "last seen %s ago, too long ago to count",
                            words)
                    .of(seconds);
        }
        if (age.compareTo(config.staleAfter()) < 0) {
            return supporting(RecommendationReason.Code.POSITION_FRESH, "seen %s ago", words)
                    .of(seconds);
        }
        long added = Math.round(config.allowance(age));
        return opposing(
                        RecommendationReason.Code.POSITION_STALE,
                        "last seen %s ago, which adds %s",
                        words,
                        words(added))
                .of(seconds)
                .adding(added);
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
                lasting(
                        RecommendationReason.Code.OVER_HOURS,
                        "it has been on duty for %s",
                        Duration.between(requireNonNull(unit.onDutySince()), now));
            case RESTING ->
                lasting(
                        RecommendationReason.Code.RESTING,
                        "it rests for another %s",
                        Duration.between(
                                now, requireNonNull(unit.offDutySince()).plus(rules.leastRest())));
        };
    }

    private static RecommendationReason lasting(RecommendationReason.Code code, String text, Duration length) {
        return opposing(code, text, words(length.toSeconds())).of(length.toSeconds());
    }

    /** A length for people who read English. */
    static String words(long seconds) {
        if (seconds < 90) {
            return seconds + " s";
        }
        return seconds < LONG ? Math.round(seconds / 60.0) + " min" : Math.round(seconds / 3600.0) + " h";
    }
}
