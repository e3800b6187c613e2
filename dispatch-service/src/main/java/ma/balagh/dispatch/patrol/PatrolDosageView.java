package ma.balagh.dispatch.patrol;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What places were to get until now, and what they got, by the positions of units.
 *
 * @param plannedMinutes of visits that were measured; of interrupted ones until then
 * @param deliveredMinutes that units were in the cells of these
 * @param error the share of the planned minutes that places got too few or too many; absent until something was measured
 * @param unmeasured visits that are to come, run, or are not measured yet
 */
@Schema(name = "PatrolDosage")
record PatrolDosageView(
        UUID planId,
        double plannedMinutes,
        double deliveredMinutes,
        @Nullable Double error,
        int unmeasured,
        List<SpotDosageView> spots) {

    private static final double MINUTE = 60;

    /**
     * Of one place.
     *
     * @param visits that were planned there and measured; without interrupted ones, which others replace
     * @param kept those of them in which the unit was seen there
     * @param plannedMinutes of these visits, and of interrupted ones until then
     * @param deliveredMinutes in these visits and in interrupted ones
     */
    @Schema(name = "SpotDosage")
    record SpotDosageView(
            int number,
            @Nullable String name,
            int wanted,
            int visits,
            int kept,
            double plannedMinutes,
            double deliveredMinutes) {}

    static PatrolDosageView of(PatrolPlan plan, List<PatrolVisit> visits) {
        var spots = IntStream.range(0, plan.spots().size())
                .mapToObj(number -> spot(number, plan.spots().get(number), visits))
                .toList();
        double planned =
                spots.stream().mapToDouble(SpotDosageView::plannedMinutes).sum();
        double delivered =
                spots.stream().mapToDouble(SpotDosageView::deliveredMinutes).sum();
        double apart = spots.stream()
                .mapToDouble(spot -> Math.abs(spot.plannedMinutes() - spot.deliveredMinutes()))
                .sum();
        int open = (int) visits.stream()
                .filter(visit -> visit.unitId() != null && visit.presentSeconds() == null)
                .count();
        return new PatrolDosageView(plan.id(), planned, delivered, planned == 0 ? null : apart / planned, open, spots);
    }

    private static SpotDosageView spot(int number, PatrolSpot spot, List<PatrolVisit> visits) {
        var measured = visits.stream()
                .filter(visit -> visit.spot() == number && visit.presentSeconds() != null)
                .toList();
        var whole = measured.stream().filter(visit -> !visit.isInterrupted()).toList();
        return new SpotDosageView(
                number,
                spot.name(),
                spot.visits(),
                whole.size(),
                (int) whole.stream().filter(visit -> seconds(visit) > 0).count(),
                measured.stream()
                        .mapToDouble(visit -> visit.due().toSeconds() / MINUTE)
                        .sum(),
                measured.stream().mapToDouble(visit -> seconds(visit) / MINUTE).sum());
    }

    private static double seconds(PatrolVisit visit) {
        var seconds = visit.presentSeconds();
        return seconds == null ? 0 : seconds;
    }
}
