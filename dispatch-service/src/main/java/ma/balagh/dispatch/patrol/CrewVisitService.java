package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.blackspot.SpotHistoryService;
import ma.balagh.dispatch.blackspot.SpotIncident;
import ma.balagh.dispatch.patrol.CrewVisitListView.CrewVisitView;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * What crews learn of their visits, and what they say of them. Crews see no plan, so that the service looks for them: a crew
 * gets the visits of its own unit and nothing else of the plan. What they say is for those who plan; black spots never learn
 * of it.
 */
@ApplicationScoped
class CrewVisitService {

    private static final int MOST_VISITS = 50;
    private static final int MOST_RECENT = 5;
    private static final int MOST_SAID = 20;
    private static final int MOST_OF_PLAN = 1000;

    private final PatrolPlanRepository plans;
    private final PatrolVisitRepository visits;
    private final VisitObservationRepository observations;
    private final SpotHistoryService history;
    private final UnitService units;
    private final ServiceWorkRunner serviceWork;
    private final PatrolConfig config;
    private final Timestamps moments;

    CrewVisitService(
            PatrolPlanRepository plans,
            PatrolVisitRepository visits,
            VisitObservationRepository observations,
            SpotHistoryService history,
            UnitService units,
            ServiceWorkRunner serviceWork,
            PatrolConfig config,
            Timestamps moments) {
        this.plans = plans;
        this.visits = visits;
        this.observations = observations;
        this.history = history;
        this.units = units;
        this.serviceWork = serviceWork;
        this.config = config;
        this.moments = moments;
    }

    /** A visit with its place and what was said of it. */
    private record KnownVisit(PatrolVisit visit, PatrolSpot spot, List<VisitObservation> said) {}

    /** The visits of the caller's own unit that are near in time. */
    @Transactional
    CrewVisitListView own(Caller caller) {
        var own = unitsOf(caller);
        if (own.isEmpty()) {
            return new CrewVisitListView(List.of());
        }
        var now = moments.now();
        var known = serviceWork.call(() -> known(own, now));
        var cells = known.stream().map(each -> each.spot().cell()).distinct().toList();
        var happened = history.incidents(cells, now.minus(config.crew().past()));
        return new CrewVisitListView(known.stream()
                .map(each -> view(each, happened.getOrDefault(each.spot().cell(), List.of()), now))
                .toList());
    }

    private List<UUID> unitsOf(Caller caller) {
        return caller.unit().map(units::named).orElse(List.of()).stream()
                .map(Unit::id)
                .toList();
    }

    private List<KnownVisit> known(List<UUID> unitIds, Instant now) {
        var crew = config.crew();
        var found = visits.ofUnits(unitIds, now.minus(crew.behind()), now.plus(crew.ahead()), MOST_VISITS);
        Map<UUID, List<VisitObservation>> said =
                observations.ofVisits(found.stream().map(PatrolVisit::id).toList()).stream()
                        .collect(Collectors.groupingBy(VisitObservation::visitId));
        return found.stream()
                .map(visit -> new KnownVisit(
                        visit,
                        plans.findById(visit.planId()).spots().get(visit.spot()),
                        said.getOrDefault(visit.id(), List.of())))
                .toList();
    }

    private CrewVisitView view(KnownVisit known, List<SpotIncident> happened, Instant now) {
        var visit = known.visit();
        var spot = known.spot();
        return new CrewVisitView(
                visit.id(),
                spot.name(),
                spot.cell(),
                spot.latitude(),
                spot.longitude(),
                visit.state(),
                visit.minutes(),
                visit.startAt(),
                visit.endAt(),
                spot.secured(),
                spot.reason(),
                spot.secured() ? null : spot.weight(),
                happened.size(),
                happened.stream().limit(MOST_RECENT).toList(),
                isOpen(visit, now),
                known.said());
    }

    private boolean isOpen(PatrolVisit visit, Instant at) {
        var start = visit.startAt();
        return start != null && !at.isBefore(start.minus(config.presence().tolerance()));
    }

    /**
     * Notes what the crew saw. Said twice, it is noted once; what is said after it corrects it.
     *
     * @param caller the crew, or a dispatcher who heard it on the radio
     */
    @Transactional
    VisitObservation observe(UUID visitId, ObservationReport report, Caller caller) {
        boolean isDesk = caller.has(Roles.DISPATCHER);
        if (isDesk && visits.count("id", visitId) == 0) {
            throw missing();
        }
        var own = isDesk ? null : unitsOf(caller);
        var at = moments.past("at", report.at());
        report.requirePlain();
        return serviceWork.call(() -> observe(visitId, own, report, at, caller.name()));
    }

    /** @param own the units of which one has to make the visit; null for any */
    private VisitObservation observe(
            UUID visitId, @Nullable List<UUID> own, ObservationReport report, Instant at, String by) {
        var visit = visits.lock(visitId)
                .filter(found -> own == null || own.contains(found.unitId()))
                .orElseThrow(CrewVisitService::missing);
        requireMade(visit, at);
        var said = observations.ofVisits(List.of(visitId));
        if (!said.isEmpty() && said.getLast().says(report)) {
            return said.getLast();
        }
        if (said.size() == MOST_SAID) {
            throw DispatchProblem.PATROL_PLAN_OUT_OF_TURN.because("enough was said of the visit");
        }
        var observation = new VisitObservation(visitId, report.kind(), report.text(), at, moments.now(), by);
        observations.add(visit.planId(), observation);
        return observation;
    }

    private void requireMade(PatrolVisit visit, Instant at) {
        var plan = plans.findById(visit.planId());
        if (plan.approvedAt() == null || visit.isWithdrawn()) {
            throw DispatchProblem.PATROL_PLAN_OUT_OF_TURN.because("it is " + plan.state());
        }
        if (visit.unitId() == null) {
            throw DispatchProblem.PATROL_PLAN_OUT_OF_TURN.because("no unit makes the visit");
        }
        if (!isOpen(visit, at)) {
            throw CommonProblem.invalid(Violation.tooEarly("at", "must not lie before the visit"));
        }
    }

    /** What crews saw at the visits of a plan that the caller sees. */
    @Transactional
    VisitObservationListView ofPlan(UUID planId) {
        if (plans.findByIdOptional(planId).isEmpty()) {
            throw CommonProblem.notFound("the patrol plan");
        }
        return new VisitObservationListView(observations.ofPlan(planId, MOST_OF_PLAN));
    }

    private static RuntimeException missing() {
        return CommonProblem.notFound("the visit");
    }
}
