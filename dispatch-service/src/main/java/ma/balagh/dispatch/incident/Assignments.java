package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.dispatch.Moments;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.dispatch.unit.Units;
import ma.balagh.http.CommonProblem;
import ma.balagh.messaging.Outbox;

/**
 * Sends units and follows them. Every change holds the incident first and then the unit, so that two at once wait for
 * each other and never for ever; unique indexes stand behind.
 */
@ApplicationScoped
class Assignments {

    private final IncidentStore incidents;
    private final AssignmentStore store;
    private final Timeline timeline;
    private final Units units;
    private final Outbox outbox;
    private final Moments moments;

    Assignments(
            IncidentStore incidents,
            AssignmentStore store,
            Timeline timeline,
            Units units,
            Outbox outbox,
            Moments moments) {
        this.incidents = incidents;
        this.store = store;
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
    Assignment assign(UUID incidentId, UUID unitId, Scope scope, String by, Consumer<Incident> precondition) {
        var incident = incidents.lock(incidentId, scope).orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        var assigned = incident.assign();
        var unit = units.engage(unitId, scope.jurisdictions());
        var assignment = Assignment.of(Ids.next(), incident, unit, by, moments.now());
        store.insert(assignment);
        incidents.update(assigned);
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
    Assignment progress(UUID id, ProgressReport report, Scope scope, String by, Consumer<Incident> precondition) {
        var incidentId = find(id, scope).incidentId();
        var incident = incidents.lock(incidentId, scope).orElseThrow(() -> CommonProblem.notFound("the assignment"));
        precondition.accept(incident);
        // Once more, now that nobody can change it.
        var before = find(id, scope);
        var at = moments.past("at", report.at());
        var after = before.progress(report.status(), at);
        store.update(after);
        if (before.isActive()) {
            follow(incident, after, report.status());
        } else {
            incidents.update(incident.annotated());
        }
        timeline.add(
                incidentId, new TimelineEntry(kindOf(report.status()), at, by, after.callSign(), report.note()), after);
        outbox.publish(new UnitProgressed(incidentId, incident.dossierId(), id, after.unitId(), report.status(), at));
        return after;
    }

    private void follow(Incident incident, Assignment assignment, ProgressStatus progressed) {
        switch (progressed) {
            case ACKNOWLEDGED -> incidents.update(incident.annotated());
            case EN_ROUTE -> {
                incidents.update(incident.depart());
                units.follow(assignment.unitId(), UnitStatus.EN_ROUTE);
            }
            case ON_SCENE -> {
                incidents.update(incident.arrive());
                units.follow(assignment.unitId(), UnitStatus.ON_SCENE);
            }
            case CLEARED -> {
                incidents.update(incident.withdraw());
                units.follow(assignment.unitId(), UnitStatus.AVAILABLE);
            }
        }
    }

    /**
     * The assignment, if its incident is in scope and, for a field unit, it is the unit's own. One that is hidden costs
     * the same queries as one that does not exist, so that nobody can tell them apart by the time.
     */
    Assignment find(UUID id, Scope scope) {
        var found = store.find(id);
        boolean own = scope.callSign() == null
                || store.isOf(found.map(Assignment::unitId).orElse(id), scope.callSign());
        boolean visible = incidents
                .find(found.map(Assignment::incidentId).orElse(id), scope)
                .isPresent();
        return found.filter(assignment -> own && visible).orElseThrow(() -> CommonProblem.notFound("the assignment"));
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
