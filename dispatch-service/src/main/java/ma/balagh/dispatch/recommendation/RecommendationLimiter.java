package ma.balagh.dispatch.recommendation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.unit.Unit;

/**
 * Leaves of the units that were considered as many as somebody looks through, in their order: the first of those that can
 * be sent and of the busy ones. What a run card may ask for stays however many others are nearer: some of each kind, of
 * each skill, of each territory that helps out and for each role that is open. Others are there where there is room.
 */
final class RecommendationLimiter {

    private final RecommendationConfig config;
    private final Map<UUID, Unit> units;
    private final Map<String, Integer> alike = new HashMap<>();
    private final List<Recommendation> kept = new ArrayList<>();
    private int ready;
    private int busy;

    RecommendationLimiter(RecommendationConfig config, List<Unit> units) {
        this.config = config;
        this.units = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    List<Recommendation> limit(List<Recommendation> ordered) {
        ordered.stream().filter(this::isKept).forEach(kept::add);
        return List.copyOf(kept);
    }

    private boolean isKept(Recommendation each) {
        var unit = requireNonNull(units.get(each.unitId()));
        if (each.available()) {
            return isReadyKept(each, unit);
        }
        return StackingOptions.isBusy(unit)
                ? busy++ < config.mostBusy()
                : kept.size() < config.mostReady() + config.mostBusy();
    }

    private boolean isReadyKept(Recommendation each, Unit unit) {
        var traits = traits(each, unit).toList();
        boolean isRare = traits.stream().anyMatch(trait -> alike.getOrDefault(trait, 0) < config.leastAlike());
        if (ready >= config.mostReady() && !isRare) {
            return false;
        }
        ready++;
        traits.forEach(trait -> alike.merge(trait, 1, Integer::sum));
        return true;
    }

    private static Stream<String> traits(Recommendation each, Unit unit) {
        var lent = each.reasons().stream()
                .filter(reason -> reason.code() == RecommendationReason.Code.MUTUAL_AID)
                .map(reason -> "of " + unit.jurisdiction());
        var skills = unit.skills().stream().map(skill -> "can " + skill);
        var fits = Stream.ofNullable(each.role()).map(role -> "fits " + role);
        return Stream.of(Stream.of("is " + unit.kind()), skills, lent, fits).flatMap(Function.identity());
    }
}
