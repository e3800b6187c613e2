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
import ma.balagh.dispatch.unit.CrewUnitService;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.persistence.ServiceWorkRunner;

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
    private final CrewUnitService crews;
    private final ServiceWorkRunner serviceWork;
    private final PatrolConfig config;
    private final Timestamps moments;

    CrewVisitService(
            PatrolPlanRepository plans,
            PatrolVisitRepository visits,
            VisitObservationRepository observations,
            SpotHistoryService history,
            CrewUnitService crews,
            ServiceWorkRunner serviceWork,
            PatrolConfig config,
            Timestamps moments) {
        this.plans = plans;
        this.visits = visits;
        this.observations = observations;
        this.history = history;
        this.crews = crews;
        this.serviceWork = serviceWork;
        this.config = config;
        this.moments = moments;
    }

    /** A visit with its place and what was said of it. */
    private record KnownVisit(PatrolVisit visit, PatrolSpot spot, List<VisitObservation> said) {}

    /** The visits of the caller's own unit that are near in time. */
    @Transactional
    CrewVisitListView own(Caller caller) {
        var own = crews.find(caller);
        if (own.isEmpty()) {
            return new CrewVisitListView(List.of());
        }
        var now = moments.now();
        var known = serviceWork.call(() -> known(own.get(), now));
        var cells = known.stream().map(each -> each.spot().cell()).distinct().toList();
        var happened = history.incidents(cells, now.minus(config.crew().past()));
        return new CrewVisitListView(known.stream()
                .map(each -> view(each, happened.getOrDefault(each.spot().cell(), List.of()), now))
                .toList());
    }

    private List<KnownVisit> known(UUID unitId, Instant now) {
        var crew = config.crew();
        var found = visits.ofUnit(unitId, now.minus(crew.behind()), now.plus(crew.ahead()), MOST_VISITS);
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
        if (caller.has(Roles.DISPATCHER) && visits.count("id", visitId) == 0) {
            throw missing();
        }
        var restriction = crews.restriction(caller, Roles.DISPATCHER);
        var at = moments.past("at", report.at());
        report.requirePlain();
        return serviceWork.call(() -> observe(visitId, restriction, report, at, caller.name()));
    }

    private VisitObservation observe(
            UUID visitId, UnitRestriction restriction, ObservationReport report, Instant at, String by) {
        var visit = visits.lock(visitId)
                .filter(found -> restriction.allows(found.unitId()))
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
