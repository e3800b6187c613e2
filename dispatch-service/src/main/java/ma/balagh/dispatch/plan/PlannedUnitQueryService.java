package ma.balagh.dispatch.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.incident.Incident;
import ma.balagh.dispatch.incident.IncidentPlans;
import ma.balagh.dispatch.incident.PlannedUnitView;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.dispatch.unit.UnitStatus;
import org.jspecify.annotations.Nullable;

/** Shows who is planned for incidents, and when they would be there. */
@ApplicationScoped
class PlannedUnitQueryService implements IncidentPlans {

    private final PlannedUnitRepository repository;
    private final UnitService units;
    private final EngagementService engagements;
    private final TravelTimes travelTimes;

    PlannedUnitQueryService(
            PlannedUnitRepository repository,
            UnitService units,
            EngagementService engagements,
            TravelTimes travelTimes) {
        this.repository = repository;
        this.units = units;
        this.engagements = engagements;
        this.travelTimes = travelTimes;
    }

    @Override
    public List<PlannedUnitView> of(Incident incident) {
        var plans = repository.ofIncidents(List.of(incident.id()));
        if (plans.isEmpty()) {
            return List.of();
        }
        var known = known(plans);
        var engaged = engagements.of(known.values());
        var ways = ways(incident.offence().point().orElse(null), known.values(), engaged);
        return plans.stream()
                .map(plan -> {
                    var unit = known.get(plan.unitId());
                    var free = free(unit, engaged.get(plan.unitId()));
                    var way = ways.get(plan.unitId());
                    return view(plan, unit, free, free == null || way == null ? null : free + way);
                })
                .toList();
    }

    @Override
    public Map<UUID, List<PlannedUnitView>> of(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) {
            return Map.of();
        }
        var plans = repository.ofIncidents(incidentIds);
        var known = known(plans);
        return plans.stream()
                .collect(groupingBy(
                        PlannedUnit::incidentId,
                        mapping(plan -> view(plan, known.get(plan.unitId()), null, null), toList())));
    }

    private Map<UUID, Unit> known(List<PlannedUnit> plans) {
        return units.find(plans.stream().map(PlannedUnit::unitId).toList()).stream()
                .collect(toMap(Unit::id, unit -> unit));
    }

    private static @Nullable Long free(@Nullable Unit unit, @Nullable UnitEngagement engagement) {
        if (unit != null && unit.status() == UnitStatus.AVAILABLE) {
            return 0L;
        }
        return engagement == null ? null : engagement.freeInSeconds();
    }

    /** In seconds: of a free unit from where it was seen, of an engaged one from the incident that it is on. */
    private Map<UUID, Long> ways(@Nullable GeoPoint place, Collection<Unit> known, Map<UUID, UnitEngagement> engaged) {
        var starts = new HashMap<UUID, TravelStart>();
        for (var unit : known) {
            var start = start(unit, engaged.get(unit.id()));
            if (start != null) {
                starts.put(unit.id(), new TravelStart(unit.kind(), start));
            }
        }
        if (place == null || starts.isEmpty()) {
            return Map.of();
        }
        var ids = List.copyOf(starts.keySet());
        var times = travelTimes.to(place, ids.stream().map(starts::get).toList());
        var ways = new HashMap<UUID, Long>();
        for (int i = 0; i < ids.size(); i++) {
            ways.put(ids.get(i), Math.round(times.get(i).seconds()));
        }
        return ways;
    }

    private static @Nullable GeoPoint start(Unit unit, @Nullable UnitEngagement engagement) {
        var position = unit.position();
        if (unit.status() == UnitStatus.AVAILABLE && position != null) {
            return new GeoPoint(position.latitude(), position.longitude());
        }
        return engagement == null ? null : engagement.place();
    }

    private static PlannedUnitView view(
            PlannedUnit plan, @Nullable Unit unit, @Nullable Long free, @Nullable Long estimated) {
        return new PlannedUnitView(
                plan.unitId(),
                plan.callSign(),
                plan.role(),
                plan.by(),
                plan.at(),
                unit == null ? null : unit.status(),
                unit != null && unit.status() == UnitStatus.AVAILABLE,
                free,
                estimated);
    }
}
