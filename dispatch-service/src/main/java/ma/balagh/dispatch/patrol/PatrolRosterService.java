package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.persistence.ServiceWorkRunner;

/**
 * Which units a plan has, and when. One unit is in one approved plan at a time: another plan may be of a territory that the
 * caller does not see, so that the service looks for it. The caller learns that the unit is taken, by which plan and when,
 * and nothing else of that plan.
 */
@ApplicationScoped
class PatrolRosterService {

    private static final int MOST_UNITS = 200;
    private static final int MOST_VIOLATIONS = 100;

    private final UnitService units;
    private final PatrolDutyRepository duties;
    private final ServiceWorkRunner serviceWork;
    private final PatrolConfig config;
    private final UnitStretchCalculator stretches;

    PatrolRosterService(
            UnitService units,
            PatrolDutyRepository duties,
            ServiceWorkRunner serviceWork,
            PatrolConfig config,
            DutyConfig rules) {
        this.units = units;
        this.duties = duties;
        this.serviceWork = serviceWork;
        this.config = config;
        this.stretches = new UnitStretchCalculator(config, rules);
    }

    /** The units of a new plan, as long as no approved plan has them. One that was asked for and is never free is refused. */
    List<PatrolUnit> rostered(MakePatrolPlan command, Instant from, Instant now, long seed) {
        var draw = new SlotGenerator(~seed, config.draws());
        var candidates = candidates(command, from);
        var taken = taken(candidates.stream().map(Unit::id).toList(), from, command.to());
        var rostered = new ArrayList<PatrolUnit>();
        var left = new ArrayList<Violation>();
        for (var unit : candidates) {
            var own = taken.getOrDefault(unit.id(), List.of());
            stretches.stretch(unit, from, command.to(), now, own, draw).ifPresent(rostered::add);
            if (stretches.isTaken(unit, from, command.to(), now, own)) {
                left.add(own.getFirst().violation(field(command, unit.id()), unit.callSign()));
            }
        }
        if (!left.isEmpty() && (rostered.isEmpty() || !command.unitIds().isEmpty())) {
            throw CommonProblem.invalid(left.stream().limit(MOST_VIOLATIONS).toList());
        }
        if (rostered.isEmpty()) {
            throw CommonProblem.invalid(Violation.noUnitOnDuty("units"));
        }
        return rostered;
    }

    private static String field(MakePatrolPlan command, UUID unitId) {
        var asked = command.units();
        return asked == null || asked.isEmpty() ? "units" : "units[%d]".formatted(asked.indexOf(unitId));
    }

    private List<Unit> candidates(MakePatrolPlan command, Instant from) {
        var ids = command.unitIds();
        if (ids.isEmpty()) {
            return units.working(command.jurisdiction(), from, command.to(), MOST_UNITS);
        }
        var found = new ArrayList<>(units.find(ids));
        if (found.size() < ids.size()) {
            throw CommonProblem.invalid(Violation.unfitting("units", "there is one among them that you do not see"));
        }
        found.sort(Comparator.comparing(Unit::callSign).thenComparing(Unit::id));
        return found;
    }

    /** Until the end of the transaction no other plan takes a unit of this one. */
    void requireFree(PatrolPlan plan) {
        duties.lock();
        var taken = taken(plan.units().stream().map(PatrolUnit::unitId).toList(), plan.from(), plan.to());
        var violations = new ArrayList<Violation>();
        for (int number = 0; number < plan.units().size(); number++) {
            var unit = plan.units().get(number);
            var field = "units[%d]".formatted(number);
            taken.getOrDefault(unit.unitId(), List.of()).stream()
                    .filter(duty -> duty.overlaps(unit.fromAt(), unit.toAt()))
                    .map(duty -> duty.violation(field, unit.callSign()))
                    .forEach(violations::add);
        }
        if (!violations.isEmpty()) {
            throw DispatchProblem.PATROL_UNIT_TAKEN.because(
                    "make it anew: its units are planned around what other plans have",
                    violations.stream().limit(MOST_VIOLATIONS).toList());
        }
    }

    private Map<UUID, List<PatrolDuty>> taken(List<UUID> unitIds, Instant from, Instant to) {
        return unitIds.isEmpty()
                ? Map.of()
                : serviceWork.call(() -> duties.between(unitIds, from, to)).stream()
                        .collect(Collectors.groupingBy(PatrolDuty::unitId));
    }
}
