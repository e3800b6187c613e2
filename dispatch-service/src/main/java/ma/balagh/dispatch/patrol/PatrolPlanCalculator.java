package ma.balagh.dispatch.patrol;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives visits to units with Timefold: a first plan by the best slot for each visit, then a local search. */
final class PatrolPlanCalculator {

    /** What is left to chance is drawn before: the search itself goes the same way each time. */
    private static final long SEARCH_SEED = 20150421;

    private final SolverFactory<VisitPlan> solvers;
    private final SolutionManager<VisitPlan, HardMediumSoftScore> scores;

    PatrolPlanCalculator(SearchLimit limit) {
        this.solvers = SolverFactory.create(new SolverConfig()
                .withSolutionClass(VisitPlan.class)
                .withEntityClasses(VisitRequest.class)
                .withConstraintProviderClass(PatrolConstraintProvider.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(SEARCH_SEED)
                .withPhases(
                        new ConstructionHeuristicPhaseConfig(),
                        new LocalSearchPhaseConfig().withTerminationConfig(phaseEnd(limit)))
                .withTerminationConfig(new TerminationConfig().withSpentLimit(limit.longest())));
        this.scores = SolutionManager.create(solvers);
    }

    private static TerminationConfig phaseEnd(SearchLimit limit) {
        var end = new TerminationConfig().withSpentLimit(limit.longest());
        if (limit.unimproved() != null) {
            end.withUnimprovedSpentLimit(limit.unimproved());
        }
        if (limit.moves() != null) {
            end.withMoveCountLimit(limit.moves());
        }
        return end;
    }

    VisitPlan solve(List<VisitRequest> visits) {
        if (visits.isEmpty()) {
            return new VisitPlan(visits);
        }
        var solved = solvers.buildSolver().solve(new VisitPlan(visits));
        if (solved.score().hardScore() < 0) {
            releaseConflicts(solved);
            solved = solvers.buildSolver().solve(solved);
        }
        keepWhatStands(solved);
        return solved;
    }

    /** Leaves out visits that still conflict when the search ends: a plan may lack a visit, but breaks no rule. */
    private static void releaseConflicts(VisitPlan plan) {
        for (var one : plan.visits()) {
            for (var other : plan.visits()) {
                if (one != other && !(one.isFixed() && other.isFixed()) && one.conflictsWith(other)) {
                    (one.isFixed() ? other : one).release();
                }
            }
        }
    }

    /**
     * Gives changed visits back what they had, where that goes together with what stays and costs no more. The search, whose
     * time is short, may have changed dozens on its way to one more visit.
     */
    private void keepWhatStands(VisitPlan plan) {
        var kept = new ArrayList<>(
                plan.visits().stream().filter(VisitRequest::isMoved).toList());
        while (kept.removeIf(visit -> plan.visits().stream()
                .filter(other -> other != visit)
                .map(other -> kept.contains(other) ? other.asBefore() : other)
                .anyMatch(visit.asBefore()::conflictsWith))) {
            // What stays after all may be in the way of another one.
        }
        if (kept.isEmpty()) {
            return;
        }
        var score = plan.score();
        var slots = kept.stream().map(VisitRequest::slot).toList();
        kept.forEach(VisitRequest::goBack);
        scores.update(plan);
        if (plan.score().compareTo(score) < 0) {
            for (int visit = 0; visit < kept.size(); visit++) {
                kept.get(visit).setSlot(slots.get(visit));
            }
            scores.update(plan);
        }
    }

    /** What each planned visit adds to the score and costs, by the same constraints that the solver counts. */
    Map<UUID, List<VisitReason>> reasons(VisitPlan plan) {
        var reasons = new HashMap<UUID, List<VisitReason>>();
        var lackingBySpot = lacking(plan, visit -> visit.spot().number());
        var lackingByDistrict = lacking(plan, VisitRequest::district);
        var wantedByDistrict =
                plan.visits().stream().collect(Collectors.groupingBy(VisitRequest::district, Collectors.counting()));
        for (var visit : plan.visits()) {
            if (visit.isPlanned()) {
                long spot = lackingBySpot.getOrDefault(visit.spot().number(), 0L);
                long district = lackingByDistrict.getOrDefault(visit.district(), 0L);
                long wanted = wantedByDistrict.getOrDefault(visit.district(), 1L);
                reasons.put(
                        visit.id(),
                        new ArrayList<>(List.of(
                                new VisitReason(
                                        PlanConstraint.DOSAGE,
                                        PatrolConstraintProvider.lackOf(visit.spot(), spot + 1)
                                                - PatrolConstraintProvider.lackOf(visit.spot(), spot)),
                                new VisitReason(
                                        PlanConstraint.DISTRICT_SHARE,
                                        PatrolConstraintProvider.lackIn(wanted, district + 1)
                                                - PatrolConstraintProvider.lackIn(wanted, district)))));
            }
        }
        addWays(plan, reasons);
        return reasons;
    }

    private static <K> Map<K, Long> lacking(VisitPlan plan, Function<VisitRequest, K> key) {
        return plan.visits().stream()
                .filter(visit -> !visit.isPlanned())
                .collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    /** The way to each visit, what it adds to the load of its unit, and what it costs to have changed it. */
    private static void addWays(VisitPlan plan, Map<UUID, List<VisitReason>> reasons) {
        var byUnit = plan.visits().stream()
                .filter(VisitRequest::isPlanned)
                .sorted(Comparator.comparingLong(VisitRequest::from))
                .collect(Collectors.groupingBy(VisitRequest::unit));
        for (var own : byUnit.values()) {
            long way = own.getFirst().travelFromStart();
            long load = PatrolConstraintProvider.loadOf(own.size()) - PatrolConstraintProvider.loadOf(own.size() - 1);
            for (int visit = 0; visit < own.size(); visit++) {
                var made = own.get(visit);
                way = visit == 0 ? way : made.travelFrom(own.get(visit - 1));
                var why = reasons.computeIfAbsent(made.id(), none -> new ArrayList<>());
                why.add(new VisitReason(PlanConstraint.TRAVEL, -way));
                why.add(new VisitReason(PlanConstraint.WORKLOAD, -load));
                if (made.isMoved()) {
                    why.add(new VisitReason(PlanConstraint.CHANGE, -PatrolConstraintProvider.MOVED));
                }
            }
        }
    }
}
