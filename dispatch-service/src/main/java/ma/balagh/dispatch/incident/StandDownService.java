package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.http.CommonProblem;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Calls units back before they are done: to send them elsewhere, or because there is nothing to go to. */
@ApplicationScoped
class StandDownService {

    private final IncidentRepository incidents;
    private final AssignmentService assignments;
    private final TimelineService timeline;
    private final UnitService units;
    private final Outbox outbox;
    private final Timestamps moments;

    StandDownService(
            IncidentRepository incidents,
            AssignmentService assignments,
            TimelineService timeline,
            UnitService units,
            Outbox outbox,
            Timestamps moments) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.timeline = timeline;
        this.units = units;
        this.outbox = outbox;
        this.moments = moments;
    }

    /**
     * Calls a unit back; 409 when it is on the assignment no more.
     *
     * @param precondition refuses when the caller has read an older version of the incident
     */
    @Transactional
    Assignment standDown(UUID id, String reason, String by, Consumer<Incident> precondition) {
        var incidentId = assignments.incidentOf(id);
        var incident = lock(incidentId);
        precondition.accept(incident);
        return standDown(incident, id, by, reason);
    }

    /**
     * Calls a unit back and sends it to another incident, in one step. Both incidents are locked in the order of their
     * ids, so that two dispatchers who exchange units cannot deadlock.
     *
     * @param precondition refuses when the caller has read an older version of the incident that the unit leaves
     * @param ofOther refuses when the caller has read an older version of the other one
     */
    @Transactional
    Assignment reassign(
            UUID id, UnitReassignment command, String by, Consumer<Incident> precondition, Consumer<Incident> ofOther) {
        var leftId = assignments.incidentOf(id);
        if (leftId.equals(command.incidentId())) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("the unit is on that incident already");
        }
        Stream.of(leftId, command.incidentId()).sorted().forEach(this::lock);
        var left = lock(leftId);
        precondition.accept(left);
        var other = lock(command.incidentId());
        ofOther.accept(other);
        var assignment = standDown(left, id, by, command.reason());
        return assignments.send(other, assignment.unitId(), command.role(), by);
    }

    private Assignment standDown(Incident incident, UUID id, String by, String reason) {
        var onIt = assignments.onIt(incident.id());
        var assignment = assignments.find(id, UnitRestriction.NONE);
        var at = moments.now();
        release(assignment, at);
        assignments.countOnce(incident, assignments.advance(incident, onIt));
        tell(incident, assignment, at, by, reason);
        return assignment;
    }

    /** Calls back who is not there yet; who is on the scene stays until the dispatcher says otherwise. */
    void standDownWhoIsNotThere(Incident incident) {
        var onIt = assignments.onIt(incident.id());
        var leaving = onIt.stream()
                .filter(assignment -> assignment.status() != AssignmentStatus.ON_SCENE)
                .toList();
        var at = moments.now();
        leaving.forEach(assignment -> release(assignment, at));
        assignments.advance(incident, onIt);
        leaving.forEach(assignment -> tell(incident, assignment, at, TimelineEntry.BY_ITSELF, null));
    }

    private Incident lock(UUID incidentId) {
        return incidents
                .lock(incidentId, UnitRestriction.NONE)
                .orElseThrow(() -> CommonProblem.notFound("the incident"));
    }

    private void release(Assignment assignment, Instant at) {
        assignment.standDown(at);
        units.follow(assignment.unitId(), UnitStatus.AVAILABLE);
    }

    /** Once the incident is as far as the units that are left: who hears of it looks at how far it is. */
    private void tell(Incident incident, Assignment assignment, Instant at, String by, @Nullable String reason) {
        var entry = new TimelineEntry(TimelineEntry.Kind.STOOD_DOWN, at, by, assignment.callSign(), reason);
        timeline.add(incident.id(), entry, assignment);
        outbox.publish(
                new UnitStoodDown(incident.id(), incident.dossierId(), assignment.id(), assignment.unitId(), at));
    }
}
