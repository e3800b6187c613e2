package ma.balagh.dispatch.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.Incident;
import ma.balagh.dispatch.incident.IncidentAccess;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.incident.TimelineEntry;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;

/** Keeps what courts decided. A decision is never changed: an appeal or a later one follows it. */
@ApplicationScoped
class CourtDecisionService {

    private final CourtDecisionRepository repository;
    private final IncidentAccess incidents;
    private final IncidentQueryService reader;
    private final Timestamps moments;

    CourtDecisionService(
            CourtDecisionRepository repository,
            IncidentAccess incidents,
            IncidentQueryService reader,
            Timestamps moments) {
        this.repository = repository;
        this.incidents = incidents;
        this.reader = reader;
        this.moments = moments;
    }

    /** Of an incident that exists for the caller. */
    @Transactional
    List<CourtDecision> of(UUID incidentId) {
        if (reader.find(incidentId).isEmpty()) {
            throw CommonProblem.notFound("the incident");
        }
        return repository.of(incidentId);
    }

    /** @param precondition looks at the incident once it is locked, and throws where it is not as it was read */
    @Transactional
    CourtDecision tell(UUID incidentId, CourtDecisionReport report, Caller caller, Consumer<Incident> precondition) {
        var incident = incidents.lock(incidentId, caller);
        precondition.accept(incident);
        var referral = incident.referral()
                .orElseThrow(() -> DispatchProblem.ILLEGAL_TRANSITION.because(
                        "a court decides after a referral, and the incident was not referred"));
        var decidedAt = moments.past("decidedAt", report.decidedAt());
        if (decidedAt.isBefore(referral.at())) {
            throw CommonProblem.invalid(Violation.tooEarly("decidedAt", "must not lie before the referral"));
        }
        var decision = new CourtDecision(
                IdGenerator.next(),
                report.kind(),
                report.court(),
                report.reference(),
                decidedAt,
                report.summary(),
                moments.now(),
                caller.name());
        repository.add(incidentId, decision);
        var note = "%s, %s: %s".formatted(decision.court(), decision.reference(), decision.summary());
        incidents.note(
                incident, new TimelineEntry(TimelineEntry.Kind.COURT_DECIDED, decidedAt, caller.name(), null, note));
        return decision;
    }
}
