package ma.balagh.dispatch.patrol;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.conditionally;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** The rules of a plan, as the solver counts them. The solver makes one by itself. */
public final class PatrolConstraintProvider implements ConstraintProvider {

    /** Counted with {@link PlanConstraint#TRAVEL}; the solver wants a name of its own for it. */
    private static final String FIRST_WAY = "TRAVEL_FROM_START";

    /** Of a district that gets nothing at all, for each visit that it is to have. */
    private static final long NO_SHARE = 3_000;

    /** Of a place that gets nothing at all, for each visit that it is to have. */
    private static final long NOTHING_AT_ALL = 1_000;

    /** A place secured by hand counts as many black spots. */
    private static final long SECURED = 10;

    /** What the n-th visit of a unit costs, in seconds of way, times 2n - 1. */
    private static final long LOAD = 5;

    /** What it costs to change a visit that units know of, in seconds of way. */
    static final long MOVED = 900;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            unitOverlap(factory),
            spotTooSoon(factory),
            dosage(factory),
            districtShare(factory),
            firstWay(factory),
            travel(factory),
            workload(factory),
            change(factory)
        };
    }

    private static Constraint unitOverlap(ConstraintFactory factory) {
        return factory.forEachUniquePair(VisitRequest.class, equal(VisitRequest::unit))
                .filter((one, other) -> VisitRequest.overlap(one, other) > 0)
                .penalize(HardMediumSoftScore.ONE_HARD, VisitRequest::overlap)
                .asConstraint(PlanConstraint.UNIT_OVERLAP.name());
    }

    private static Constraint spotTooSoon(ConstraintFactory factory) {
        return factory.forEachUniquePair(VisitRequest.class, equal(VisitRequest::spot))
                .filter((one, other) -> VisitRequest.crowding(one, other) > 0)
                .penalize(HardMediumSoftScore.ONE_HARD, VisitRequest::crowding)
                .asConstraint(PlanConstraint.SPOT_TOO_SOON.name());
    }

    private static Constraint dosage(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(VisitRequest.class)
                .filter(visit -> !visit.isPlanned())
                .groupBy(VisitRequest::spot, count())
                .penalize(HardMediumSoftScore.ONE_MEDIUM, PatrolConstraintProvider::lackOf)
                .asConstraint(PlanConstraint.DOSAGE.name());
    }

    /** Grows with the square of what a place lacks. */
    static long lackOf(SpotDemand spot, long lacking) {
        long weight = spot.secured() ? NOTHING_AT_ALL * SECURED : NOTHING_AT_ALL;
        return weight * lacking * lacking / Math.max(1, spot.visits());
    }

    private static Constraint districtShare(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(VisitRequest.class)
                .groupBy(VisitRequest::district, count(), conditionally(visit -> !visit.isPlanned(), count()))
                .penalize(HardMediumSoftScore.ONE_MEDIUM, (district, wanted, lacking) -> lackIn(wanted, lacking))
                .asConstraint(PlanConstraint.DISTRICT_SHARE.name());
    }

    static long lackIn(long wanted, long lacking) {
        return NO_SHARE * lacking * lacking / Math.max(1, wanted);
    }

    private static Constraint firstWay(ConstraintFactory factory) {
        return factory.forEach(VisitRequest.class)
                .ifNotExists(
                        VisitRequest.class,
                        equal(VisitRequest::unit),
                        filtering((visit, earlier) -> earlier.from() < visit.from()))
                .penalize(HardMediumSoftScore.ONE_SOFT, VisitRequest::travelFromStart)
                .asConstraint(FIRST_WAY);
    }

    private static Constraint travel(ConstraintFactory factory) {
        return factory.forEach(VisitRequest.class)
                .join(VisitRequest.class, equal(VisitRequest::unit), lessThan(VisitRequest::from))
                .ifNotExists(
                        VisitRequest.class,
                        equal((earlier, later) -> later.unit(), VisitRequest::unit),
                        filtering((earlier, later, between) ->
                                between.from() > earlier.from() && between.from() < later.from()))
                .penalize(HardMediumSoftScore.ONE_SOFT, (earlier, later) -> later.travelFrom(earlier))
                .asConstraint(PlanConstraint.TRAVEL.name());
    }

    private static Constraint workload(ConstraintFactory factory) {
        return factory.forEach(VisitRequest.class)
                .groupBy(VisitRequest::unit, count())
                .penalize(HardMediumSoftScore.ONE_SOFT, (unit, visits) -> loadOf(visits))
                .asConstraint(PlanConstraint.WORKLOAD.name());
    }

    /** Grows with the square of the visits that a unit makes. */
    static long loadOf(long visits) {
        return LOAD * visits * visits;
    }

    private static Constraint change(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(VisitRequest.class)
                .filter(VisitRequest::isMoved)
                .penalize(HardMediumSoftScore.ofSoft(MOVED))
                .asConstraint(PlanConstraint.CHANGE.name());
    }
}
