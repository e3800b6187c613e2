package ma.balagh.dispatch.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.plan.EngagementService;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitPlans;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** Finds units that an incident could have: those that can be sent, and busy ones that can be planned. */
@ApplicationScoped
class CandidateFinder {

    private final UnitService units;
    private final EngagementService engagements;
    private final UnitPlans plans;
    private final ServiceWorkRunner serviceWork;
    private final RecommendationConfig config;

    CandidateFinder(
            UnitService units,
            EngagementService engagements,
            UnitPlans plans,
            ServiceWorkRunner serviceWork,
            RecommendationConfig config) {
        this.units = units;
        this.engagements = engagements;
        this.plans = plans;
        this.serviceWork = serviceWork;
        this.config = config;
    }

    /** @param stacking which of the units can be planned */
    record Candidates(List<Unit> units, StackingOptions stacking) {}

    Candidates around(UUID incidentId, String jurisdiction, @Nullable Double latitude, @Nullable Double longitude) {
        var around = all(jurisdiction, latitude, longitude);
        var busy = around.stream().filter(StackingOptions::isBusy).map(Unit::id).toList();
        // That a unit is planned is known to all who see the unit; for which incident, only to who sees that.
        var planned = busy.isEmpty() ? Map.<UUID, UUID>of() : serviceWork.call(() -> plans.nextIncidents(busy));
        return new Candidates(around, new StackingOptions(incidentId, engagements.of(around), planned));
    }

    /** Where there are more than are considered, those that can be sent come first and leave no room for busy ones. */
    private List<Unit> all(String jurisdiction, @Nullable Double latitude, @Nullable Double longitude) {
        var around = units.around(jurisdiction, latitude, longitude, config.mostConsidered());
        if (around.size() < config.mostConsidered()) {
            return around;
        }
        var known = around.stream().map(Unit::id).collect(Collectors.toSet());
        var busy = units.busyAround(jurisdiction, latitude, longitude, config.mostBusy()).stream()
                .filter(unit -> !known.contains(unit.id()));
        return Stream.concat(around.stream(), busy).toList();
    }
}
