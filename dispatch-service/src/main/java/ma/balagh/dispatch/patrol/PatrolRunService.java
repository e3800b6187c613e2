package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.patrol.PatrolPlanEntry.Kind;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads what a plan is computed from, and writes what came of it. */
@ApplicationScoped
class PatrolRunService {

    private static final Logger LOG = Logger.getLogger(PatrolRunService.class);

    /** Where a unit was longer ago says nothing about where it sets out. */
    private static final Duration SEEN_LATELY = Duration.ofMinutes(30);

    private final PatrolPlanRepository plans;
    private final PatrolVisitRepository visits;
    private final PatrolPlanEntryRepository entries;
    private final PatrolQueue queue;
    private final UnitService units;
    private final Timestamps moments;

    PatrolRunService(
            PatrolPlanRepository plans,
            PatrolVisitRepository visits,
            PatrolPlanEntryRepository entries,
            PatrolQueue queue,
            UnitService units,
            Timestamps moments) {
        this.plans = plans;
        this.visits = visits;
        this.entries = entries;
        this.queue = queue;
        this.units = units;
        this.moments = moments;
    }

    @Transactional
    PlanInputs inputs(PatrolTask task) {
        var now = task.claimedAt();
        return plans.findByIdOptional(task.planId())
                .filter(plan -> plan.state() == PatrolPlanState.SOLVING || plan.isRunning(now))
                .map(plan -> inputs(plan, now))
                .orElseGet(() -> PlanInputs.nothing(now));
    }

    private PlanInputs inputs(PatrolPlan plan, Instant now) {
        var present = units.find(plan.units().stream().map(PatrolUnit::unitId).toList()).stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        var away = new HashSet<UUID>();
        var starts = new HashMap<UUID, GeoPoint>();
        for (var rostered : plan.units()) {
            var unit = present.get(rostered.unitId());
            if (unit == null || isAway(unit, rostered, now)) {
                away.add(rostered.unitId());
            }
            var start = unit == null ? null : start(unit, rostered, now);
            if (start != null) {
                starts.put(rostered.unitId(), start);
            }
        }
        return new PlanInputs(
                plan.state(), plan.seed(), now, plan.spots(), plan.units(), visits.of(plan.id()), away, starts);
    }

    /** One whose work has not begun yet is not away. */
    private static boolean isAway(Unit unit, PatrolUnit rostered, Instant now) {
        return switch (unit.status()) {
            case AVAILABLE -> false;
            case OFF_DUTY -> !rostered.fromAt().isAfter(now);
            default -> true;
        };
    }

    /** Where it is, for what begins soon; what begins later begins at its home post. */
    private static @Nullable GeoPoint start(Unit unit, PatrolUnit rostered, Instant now) {
        var position = unit.position();
        if (position != null
                && position.at().isAfter(now.minus(SEEN_LATELY))
                && !rostered.fromAt().isAfter(now.plus(SEEN_LATELY))) {
            return new GeoPoint(position.latitude(), position.longitude());
        }
        var home = unit.home();
        return home == null ? null : new GeoPoint(home.latitude(), home.longitude());
    }

    /**
     * Nothing is to be changed.
     *
     * @param again when it is looked at again though no unit changes; null for never
     */
    @Transactional
    void keep(PatrolTask task, @Nullable Instant again) {
        queue.end(task, again);
    }

    @Transactional
    void propose(PatrolTask task, RequestedVisits requested, VisitPlan solved, Map<UUID, List<VisitReason>> reasons) {
        // First of all: from here on no other replica can write it.
        queue.end(task, null);
        var now = moments.now();
        var plan = plans.lock(task.planId()).orElseThrow();
        plan.propose(solved.score(), now);
        requested.fresh().forEach(visits::persist);
        int changed = write(kept(task.planId()), solved, reasons);
        entries.add(task.planId(), new PatrolPlanEntry(Kind.PROPOSED, now, null, changed));
        LOG.infof("a patrol plan is proposed, plan=%s visits=%d", task.planId(), changed);
    }

    /**
     * Writes nothing where no visit changes.
     *
     * @param again when it is looked at again though no unit changes; null for never
     */
    @Transactional
    void repair(
            PatrolTask task,
            RequestedVisits requested,
            VisitPlan solved,
            Map<UUID, List<VisitReason>> reasons,
            @Nullable Instant again) {
        queue.end(task, again);
        var now = moments.now();
        var plan = plans.lock(task.planId()).orElseThrow();
        if (!plan.isRunning(now)) {
            return;
        }
        var interrupted = requested.interrupted();
        var present = kept(task.planId());
        if (interrupted.isEmpty() && !changesAny(present, solved)) {
            return;
        }
        plan.repair(solved.score(), now);
        requested.fresh().forEach(visits::persist);
        present.values().stream()
                .filter(visit -> interrupted.contains(visit.id()))
                .forEach(visit -> visit.interrupt(now));
        int changed = interrupted.size() + write(kept(task.planId()), solved, reasons);
        entries.add(task.planId(), new PatrolPlanEntry(Kind.REPAIRED, now, null, changed));
        LOG.infof("a patrol plan is repaired, plan=%s changed=%d", task.planId(), changed);
    }

    private Map<UUID, PatrolVisit> kept(UUID planId) {
        return visits.of(planId).stream().collect(Collectors.toMap(PatrolVisit::id, Function.identity()));
    }

    private static boolean changesAny(Map<UUID, PatrolVisit> kept, VisitPlan solved) {
        return solved.visits().stream().anyMatch(request -> {
            var visit = kept.get(request.id());
            return visit != null && !request.isFixed() && isChanged(visit, request);
        });
    }

    private static boolean isChanged(PatrolVisit visit, VisitRequest request) {
        var slot = request.slot();
        return slot == null ? visit.state() == VisitState.PLANNED : !visit.has(slot);
    }

    /** @return how many visits are others now */
    private static int write(Map<UUID, PatrolVisit> kept, VisitPlan solved, Map<UUID, List<VisitReason>> reasons) {
        int changed = 0;
        for (var request : solved.visits()) {
            var visit = kept.get(request.id());
            if (visit != null && !request.isFixed()) {
                changed += isChanged(visit, request) ? 1 : 0;
                write(visit, request, reasons.getOrDefault(request.id(), List.of()));
            }
        }
        return changed;
    }

    private static void write(PatrolVisit visit, VisitRequest request, List<VisitReason> why) {
        var slot = request.slot();
        if (slot == null) {
            visit.unassign();
            return;
        }
        long travel = why.stream()
                .filter(reason -> reason.code() == PlanConstraint.TRAVEL)
                .mapToLong(reason -> -reason.amount())
                .sum();
        visit.assign(slot, travel, why);
    }

    /** Workers died over it. */
    @Transactional
    void giveUp(PatrolTask task) {
        queue.end(task, null);
        var plan = plans.lock(task.planId()).orElseThrow();
        if (plan.state() == PatrolPlanState.SOLVING) {
            plan.fail();
            entries.add(task.planId(), new PatrolPlanEntry(Kind.FAILED, moments.now(), null, 0));
        }
        LOG.errorf("a patrol plan is neither computed nor repaired, plan=%s", task.planId());
    }
}
