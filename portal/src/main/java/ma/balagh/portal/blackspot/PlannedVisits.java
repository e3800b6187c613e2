package ma.balagh.portal.blackspot;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.portal.patrol.PatrolPlanResponse;
import ma.balagh.portal.patrol.PatrolPlanResponse.Spot;

/**
 * The visits that an approved plan makes to one place in the hours that are looked at.
 *
 * @param starts when each begins, the first one first
 * @param callSigns of the units that make them
 */
@TemplateData
public record PlannedVisits(UUID planId, Spot spot, List<Instant> starts, List<String> callSigns) {

    static Stream<PlannedVisits> of(PatrolPlanResponse plan, SpotFilter filter, Instant now) {
        return plan.spots().stream()
                .filter(spot -> filter.covers(spot.jurisdiction()))
                .map(spot -> to(spot, plan, filter, now))
                .filter(visits -> !visits.starts.isEmpty());
    }

    private static PlannedVisits to(Spot spot, PatrolPlanResponse plan, SpotFilter filter, Instant now) {
        var visits = plan.visits().stream()
                .filter(visit -> visit.spot() == spot.number() && isShown(visit, filter, now))
                .toList();
        return new PlannedVisits(
                plan.id(),
                spot,
                visits.stream()
                        .map(PatrolPlanResponse.Visit::start)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                plan.units().stream()
                        .filter(unit ->
                                visits.stream().anyMatch(visit -> unit.id().equals(visit.unitId())))
                        .map(PatrolPlanResponse.PatrolUnit::callSign)
                        .toList());
    }

    private static boolean isShown(PatrolPlanResponse.Visit visit, SpotFilter filter, Instant now) {
        Instant start = visit.start();
        Instant end = visit.end();
        return visit.state() == PatrolPlanResponse.VisitState.PLANNED
                && start != null
                && end != null
                && end.isAfter(filter.visitsFrom(now))
                && start.isBefore(filter.visitsUntil(now))
                && filter.holds(start);
    }
}
