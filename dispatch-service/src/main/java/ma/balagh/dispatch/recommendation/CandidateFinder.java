package ma.balagh.dispatch.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.plan.EngagementService;
import ma.balagh.dispatch.runcard.UnitRequirement;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitPlans;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.persistence.ServiceWorkRunner;

/** Finds units that an incident could have: those that can be sent, and busy ones that can be planned. */
@ApplicationScoped
class CandidateFinder {

    private final UnitService units;
    private final EngagementService engagements;
    private final UnitPlans plans;
    private final ServiceWorkRunner serviceWork;
    private final FurtherUnitFinder further;
    private final RecommendationConfig config;

    CandidateFinder(
            UnitService units,
            EngagementService engagements,
            UnitPlans plans,
            ServiceWorkRunner serviceWork,
            FurtherUnitFinder further,
            RecommendationConfig config) {
        this.units = units;
        this.engagements = engagements;
        this.plans = plans;
        this.serviceWork = serviceWork;
        this.further = further;
        this.config = config;
    }

    /** @param stacking which of the units can be planned */
    record Candidates(List<Unit> units, StackingOptions stacking) {}

    Candidates around(UUID incidentId, RecommendationService.Need need) {
        var around = withFit(need, all(need));
        var busy = around.stream().filter(StackingOptions::isBusy).map(Unit::id).toList();
        // That a unit is planned is known to all who see the unit; for which incident, only to who sees that.
        var planned = busy.isEmpty() ? Map.<UUID, UUID>of() : serviceWork.call(() -> plans.nextIncidents(busy));
        var stacking = new StackingOptions(incidentId, engagements.of(around), planned);
        // A unit that is on this incident is listed among its assignments, not among its candidates.
        return new Candidates(
                around.stream().filter(unit -> !stacking.isOnIt(unit)).toList(), stacking);
    }

    /** Where there are more than are considered, those that can be sent come first and leave no room for busy ones. */
    private List<Unit> all(RecommendationService.Need need) {
        var place = need.place();
        var jurisdiction = need.jurisdiction();
        var latitude = place == null ? null : place.latitude();
        var longitude = place == null ? null : place.longitude();
        var nearest = units.around(jurisdiction, latitude, longitude, config.unknownAfter(), config.mostConsidered());
        if (nearest.size() < config.mostConsidered()) {
            return nearest;
        }
        var around = place == null ? nearest : further.withFurther(nearest, jurisdiction, place);
        var known = around.stream().map(Unit::id).collect(Collectors.toSet());
        var busy = units.busyAround(jurisdiction, latitude, longitude, config.mostBusy()).stream()
                .filter(unit -> !known.contains(unit.id()));
        return Stream.concat(around.stream(), busy).toList();
    }

    /**
     * With those that the run card asks for and that are further away than others. Mostly there are enough among the
     * others, and nobody looks; where a search found all there are, none is further away.
     */
    private List<Unit> withFit(RecommendationService.Need need, List<Unit> around) {
        if (around.size() < config.mostConsidered()) {
            return around;
        }
        var known = around.stream().map(Unit::id).collect(Collectors.toSet());
        var further = need.open().stream()
                .filter(requirement -> isShort(requirement, around))
                .flatMap(requirement -> units
                        .ready(
                                requirement.search(need.jurisdiction(), need.place()),
                                config.unknownAfter(),
                                requirement.count())
                        .stream())
                .filter(unit -> known.add(unit.id()));
        return Stream.concat(around.stream(), further).toList();
    }

    private boolean isShort(UnitRequirement requirement, List<Unit> around) {
        return around.stream().filter(units::isReady).filter(requirement::fits).count() < requirement.count();
    }
}
