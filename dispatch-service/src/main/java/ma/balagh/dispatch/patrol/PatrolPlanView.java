package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan, with who goes where and why.
 *
 * @param score absent until it is solved
 * @param visits by time; those that no unit can make last; of a withdrawn plan those that had begun
 */
@Schema(name = "PatrolPlan")
record PatrolPlanView(
        UUID id,
        String jurisdiction,
        Instant from,
        Instant to,
        PatrolPlanState state,

        @Schema(description = "What its times were drawn from; with it the draw can be done again")
        long seed,

        Instant madeAt,
        String madeBy,
        @Nullable Instant solvedAt,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        int repairs,
        @Nullable Instant repairedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawalReason,
        @Nullable PlanScoreView score,
        List<PlanSpotView> spots,
        List<PlanUnitView> units,
        List<PlanVisitView> visits,
        List<PatrolPlanEntry> history) {

    /**
     * What the plan is worth; 0 is the best.
     *
     * @param hard rules that are broken: always 0
     * @param medium visits that places and districts lack, in thousandths, by their squares
     * @param soft seconds on the way, and what is unevenly shared between units
     */
    @Schema(name = "PatrolPlanScore")
    record PlanScoreView(long hard, long medium, long soft) {}

    /**
     * A place.
     *
     * @param number of the place in this plan, which visits name
     * @param name absent where nobody told it
     * @param secured whether somebody asked for it by hand
     * @param reason why they did; absent where they did not say it
     * @param wanted visits that it is to have
     * @param planned visits that units make
     */
    @Schema(name = "PatrolPlanSpot")
    record PlanSpotView(
            int number,
            @Nullable String name,
            String jurisdiction,
            String cell,
            double latitude,
            double longitude,
            double weight,
            boolean secured,
            @Nullable String reason,
            Instant from,
            Instant to,
            int wanted,
            int planned) {}

    /** A unit, and when it works. */
    @Schema(name = "PatrolPlanUnit")
    record PlanUnitView(
            UUID id,
            String callSign,
            String kind,
            Instant from,
            Instant to,
            @Nullable Instant breakFrom,
            @Nullable Instant breakTo) {}

    /**
     * A visit.
     *
     * @param unitId absent where no unit can make it
     * @param travelSeconds the way to it
     * @param presentSeconds how long the unit was there; absent until that was measured
     */
    @Schema(name = "PatrolVisit")
    record PlanVisitView(
            UUID id,
            int spot,
            @Nullable String spotName,
            VisitState state,
            int minutes,
            @Nullable UUID unitId,
            @Nullable String callSign,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Integer travelSeconds,
            List<VisitReason> why,
            @Nullable Instant arrivedAt,
            @Nullable Instant leftAt,
            @Nullable Integer presentSeconds) {}

    static PatrolPlanView of(PatrolPlan plan, List<PatrolVisit> visits, List<PatrolPlanEntry> history) {
        var spots = plan.spots();
        var units = plan.units().stream().collect(Collectors.toMap(PatrolUnit::unitId, Function.identity()));
        var score = plan.score();
        return new PatrolPlanView(
                plan.id(),
                plan.jurisdiction(),
                plan.from(),
                plan.to(),
                plan.state(),
                plan.seed(),
                plan.madeAt(),
                plan.madeBy(),
                plan.solvedAt(),
                plan.approvedAt(),
                plan.approvedBy(),
                plan.repairs(),
                plan.repairedAt(),
                plan.withdrawnAt(),
                plan.withdrawnBy(),
                plan.withdrawalReason(),
                score == null ? null : new PlanScoreView(score.hardScore(), score.mediumScore(), score.softScore()),
                IntStream.range(0, spots.size())
                        .mapToObj(number -> spot(number, spots.get(number), visits))
                        .toList(),
                plan.units().stream().map(PatrolPlanView::unit).toList(),
                visits.stream()
                        .map(visit -> visit(visit, spots.get(visit.spot()), units.get(visit.unitId())))
                        .toList(),
                history);
    }

    private static PlanSpotView spot(int number, PatrolSpot spot, List<PatrolVisit> visits) {
        return new PlanSpotView(
                number,
                spot.name(),
                spot.jurisdiction(),
                spot.cell(),
                spot.latitude(),
                spot.longitude(),
                spot.weight(),
                spot.secured(),
                spot.reason(),
                spot.fromAt(),
                spot.toAt(),
                spot.visits(),
                (int) visits.stream()
                        .filter(visit -> visit.spot() == number && visit.state() == VisitState.PLANNED)
                        .count());
    }

    private static PlanUnitView unit(PatrolUnit unit) {
        return new PlanUnitView(
                unit.unitId(),
                unit.callSign(),
                unit.kind(),
                unit.fromAt(),
                unit.toAt(),
                unit.breakFrom(),
                unit.breakTo());
    }

    private static PlanVisitView visit(PatrolVisit visit, PatrolSpot spot, @Nullable PatrolUnit unit) {
        return new PlanVisitView(
                visit.id(),
                visit.spot(),
                spot.name(),
                visit.state(),
                visit.minutes(),
                visit.unitId(),
                unit == null ? null : unit.callSign(),
                visit.startAt(),
                visit.endAt(),
                visit.travelSeconds(),
                visit.why(),
                visit.arrivedAt(),
                visit.leftAt(),
                visit.presentSeconds());
    }
}
