package ma.balagh.dispatch.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.ArrestDuty;
import ma.balagh.dispatch.incident.Incident;
import ma.balagh.dispatch.incident.IncidentAccess;
import ma.balagh.dispatch.incident.OutcomeRecorded;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Keeps the checklists. An entry is never changed: another one follows it and says why. */
@ApplicationScoped
public class RightsService {

    private static final int LONGEST_REASON = 1000;

    private final RightsRepository repository;
    private final IncidentAccess incidents;
    private final Timestamps moments;

    RightsService(RightsRepository repository, IncidentAccess incidents, Timestamps moments) {
        this.repository = repository;
        this.incidents = incidents;
        this.moments = moments;
    }

    /** The checklist of an incident that its caller sees. */
    @Transactional
    public RightsChecklist show(UUID incidentId, Caller caller) {
        return checklist(incidents.require(incidentId, caller));
    }

    /**
     * Gives the next arrested person a number: two crews that each arrest somebody tell of two.
     *
     * @param precondition refuses when the caller has read another checklist
     */
    @Transactional
    RightsChecklist addPerson(UUID incidentId, boolean minor, Caller caller, Consumer<RightsChecklist> precondition) {
        var incident = lock(incidentId, caller);
        if (incident.arrested() != null) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("the outcome says how many were arrested");
        }
        var before = checklist(incident);
        precondition.accept(before);
        int next = before.persons().size() + 1;
        var now = moments.now();
        return add(incident, new RightsEntry(next, minor, null, null, now, null, now, caller.name()));
    }

    /**
     * Tells whether an arrested person is a minor, or corrects that; numbers the next one. Told twice, it is noted once.
     *
     * @param precondition refuses when the caller has read another checklist
     */
    @Transactional
    RightsChecklist tellPerson(
            UUID incidentId, int person, PersonReport report, Caller caller, Consumer<RightsChecklist> precondition) {
        var incident = lock(incidentId, caller);
        var before = checklist(incident);
        precondition.accept(before);
        boolean isNext =
                incident.arrested() == null && person == before.persons().size() + 1;
        boolean minor = before.person(person).map(ArrestedPerson::minor).orElse(false);
        if (before.person(person).isEmpty() && !isNext) {
            throw CommonProblem.notFound("the arrested person");
        }
        if (before.isTold(person) && minor == report.minor()) {
            return before;
        }
        if (before.isTold(person)) {
            requireReason(report.reason());
        }
        var now = moments.now();
        return add(
                incident,
                new RightsEntry(person, report.minor(), null, null, now, report.reason(), now, caller.name()));
    }

    /**
     * Notes that a duty was done, or corrects that. Told twice, it is noted once.
     *
     * @param precondition refuses when the caller has read another checklist
     */
    @Transactional
    RightsChecklist tellDuty(
            UUID incidentId,
            int person,
            ArrestDuty duty,
            DutyReport report,
            Caller caller,
            Consumer<RightsChecklist> precondition) {
        var incident = lock(incidentId, caller);
        var before = checklist(incident);
        precondition.accept(before);
        var arrested = before.person(person).orElseThrow(() -> CommonProblem.notFound("the arrested person"));
        if (!duty.isFor(arrested.minor())) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("the person is told to be no minor");
        }
        var earlier = arrested.done(duty);
        if (report.done() == earlier.isPresent() && (report.at() == null || isAt(earlier.orElse(null), report.at()))) {
            return before;
        }
        if (earlier.isPresent()) {
            requireReason(report.reason());
        }
        Instant at = moments.past("at", report.at());
        if (at.isBefore(incident.openedAt())) {
            throw CommonProblem.invalid(Violation.tooEarly("at", "must not lie before the incident was opened"));
        }
        return add(
                incident,
                new RightsEntry(person, null, duty, report.done(), at, report.reason(), moments.now(), caller.name()));
    }

    /** Who was arrested is who the outcome says. */
    void recount(@Observes OutcomeRecorded outcome) {
        outcome.incident().rightsMissing(checklist(outcome.incident()).missing());
    }

    private Incident lock(UUID incidentId, Caller caller) {
        var incident = incidents.lock(incidentId, caller);
        if (!incident.mayHaveArrests()) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("nobody can have been arrested in the incident");
        }
        return incident;
    }

    private RightsChecklist add(Incident incident, RightsEntry entry) {
        repository.add(incident.id(), entry);
        var after = checklist(incident);
        incident.rightsMissing(after.missing());
        return after;
    }

    private RightsChecklist checklist(Incident incident) {
        Integer arrested = incident.arrested();
        return RightsChecklist.of(
                repository.of(incident.id()), arrested, arrested == null ? incidents.arrestedBefore(incident.id()) : 0);
    }

    private static boolean isAt(ArrestedPerson.@Nullable DutyDone done, Instant at) {
        return done != null && done.at().equals(at);
    }

    private static void requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw CommonProblem.invalid(Violation.reasonRequired("reason", LONGEST_REASON));
        }
    }
}
