package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.http.CommonProblem;
import ma.balagh.messaging.Outbox;

/**
 * Assigns units and follows them. Every change locks the incident first and then the unit, so that two at once cannot
 * deadlock; unique indexes hold besides.
 */
@ApplicationScoped
class AssignmentService {

    private final IncidentRepository incidents;
    private final AssignmentRepository repository;
    private final TimelineRepository timeline;
    private final UnitService units;
    private final Outbox outbox;
    private final Timestamps moments;

    AssignmentService(
            IncidentRepository incidents,
            AssignmentRepository repository,
            TimelineRepository timeline,
            UnitService units,
            Outbox outbox,
            Timestamps moments) {
        this.incidents = incidents;
        this.repository = repository;
        this.timeline = timeline;
        this.units = units;
        this.outbox = outbox;
        this.moments = moments;
    }

    /**
     * Sends a unit; 409 when it or the incident is taken.
     *
     * @param precondition refuses when the caller has read an older version of the incident
     */
    @Transactional
    Assignment assign(
            UUID incidentId, UUID unitId, UnitRestriction restriction, String by, Consumer<Incident> precondition) {
        var incident =
                incidents.lock(incidentId, restriction).orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        incident.assign();
        var unit = units.engage(unitId);
        var assignment = Assignment.of(IdGenerator.next(), incident, unit, by, moments.now());
        repository.persistAndFlush(assignment);
        var at = assignment.assignedAt();
        timeline.add(
                incidentId, new TimelineEntry(TimelineEntry.Kind.ASSIGNED, at, by, unit.callSign(), null), assignment);
        outbox.publish(
                new UnitAssigned(incidentId, incident.dossierId(), assignment.id(), unitId, unit.callSign(), at));
        return assignment;
    }

    /**
     * Records what the unit did, on the assignment, the incident and the unit.
     *
     * @param precondition refuses when the caller has read an older version of the incident
     */
    @Transactional
    Assignment progress(
            UUID id, ProgressReport report, UnitRestriction restriction, String by, Consumer<Incident> precondition) {
        var incidentId = visible(id, restriction).incidentId();
        var incident =
                incidents.lock(incidentId, restriction).orElseThrow(() -> CommonProblem.notFound("the assignment"));
        precondition.accept(incident);
        // Once more, now that nobody can change it.
        var assignment = find(id, restriction);
        var at = moments.past("at", report.at());
        boolean wasActive = assignment.isActive();
        assignment.progress(report.status(), at);
        if (wasActive) {
            follow(incident, assignment, report.status());
        } else {
            incidents.annotate(incident);
        }
        repository.flush();
        var entry = new TimelineEntry(kindOf(report.status()), at, by, assignment.callSign(), report.note());
        timeline.add(incidentId, entry, assignment);
        outbox.publish(
                new UnitProgressed(incidentId, incident.dossierId(), id, assignment.unitId(), report.status(), at));
        return assignment;
    }

    private void follow(Incident incident, Assignment assignment, ProgressStatus progressed) {
        switch (progressed) {
            case ACKNOWLEDGED -> incidents.annotate(incident);
            case EN_ROUTE -> {
                incident.depart();
                units.follow(assignment.unitId(), UnitStatus.EN_ROUTE);
            }
            case ON_SCENE -> {
                incident.arrive();
                units.follow(assignment.unitId(), UnitStatus.ON_SCENE);
            }
            case CLEARED -> {
                incident.withdraw();
                units.follow(assignment.unitId(), UnitStatus.AVAILABLE);
            }
        }
    }

    /** The assignment; for a field unit only its own. */
    Assignment find(UUID id, UnitRestriction restriction) {
        visible(id, restriction);
        return repository.findById(id);
    }

    /**
     * Whose an assignment is, if the caller may see it. One of another unit costs the same queries as one that does not
     * exist, so that nobody can tell them apart by the time.
     */
    private AssignmentRepository.Parties visible(UUID id, UnitRestriction restriction) {
        var found = repository.parties(id);
        boolean own = restriction.callSign() == null
                || repository.isOf(
                        found.map(AssignmentRepository.Parties::unitId).orElse(id), restriction.callSign());
        return found.filter(parties -> own).orElseThrow(() -> CommonProblem.notFound("the assignment"));
    }

    private static TimelineEntry.Kind kindOf(ProgressStatus status) {
        return switch (status) {
            case ACKNOWLEDGED -> TimelineEntry.Kind.ACKNOWLEDGED;
            case EN_ROUTE -> TimelineEntry.Kind.EN_ROUTE;
            case ON_SCENE -> TimelineEntry.Kind.ON_SCENE;
            case CLEARED -> TimelineEntry.Kind.CLEARED;
        };
    }
}
