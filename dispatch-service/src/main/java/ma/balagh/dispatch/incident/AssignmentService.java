package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.http.CommonProblem;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Assigns units and follows them. Every change locks the incident first and then the unit, so that two at once cannot
 * deadlock; unique indexes hold besides.
 */
@ApplicationScoped
class AssignmentService {

    private final IncidentRepository incidents;
    private final AssignmentRepository repository;
    private final TimelineService timeline;
    private final UnitService units;
    private final Outbox outbox;
    private final Timestamps moments;

    AssignmentService(
            IncidentRepository incidents,
            AssignmentRepository repository,
            TimelineService timeline,
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
     * Sends a unit; 409 when it is taken, or the incident is over.
     *
     * @param role null for the lead where there is none, and for support else
     * @param precondition refuses when the caller has read an older version of the incident
     */
    @Transactional
    Assignment assign(
            UUID incidentId, UUID unitId, @Nullable AssignmentRole role, String by, Consumer<Incident> precondition) {
        var incident = incidents
                .lock(incidentId, UnitRestriction.NONE)
                .orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        return send(incident, unitId, role, by);
    }

    /** Sends a unit to an incident that the caller holds. */
    Assignment send(Incident incident, UUID unitId, @Nullable AssignmentRole role, String by) {
        incident.requireWanted();
        var active = repository.active(incident.id());
        var unit = units.engage(unitId, incident.jurisdiction());
        var assignment = Assignment.of(IdGenerator.next(), incident, unit, roleOr(role, active), by, moments.now());
        repository.persist(assignment);
        countOnce(incident, incident.reinforce(statuses(Stream.concat(active.stream(), Stream.of(assignment)))));
        var at = assignment.assignedAt();
        timeline.add(
                incident.id(),
                new TimelineEntry(TimelineEntry.Kind.ASSIGNED, at, by, unit.callSign(), null),
                assignment);
        outbox.publish(new UnitAssigned(
                incident.id(),
                incident.dossierId(),
                assignment.id(),
                unitId,
                unit.callSign(),
                unit.jurisdiction(),
                at));
        return assignment;
    }

    private static AssignmentRole roleOr(@Nullable AssignmentRole role, List<Assignment> active) {
        if (role != null) {
            return role;
        }
        boolean led = active.stream().anyMatch(assignment -> assignment.role() == AssignmentRole.LEAD);
        return led ? AssignmentRole.SUPPORT : AssignmentRole.LEAD;
    }

    /**
     * Records what the unit did, on the assignment, the incident and the unit. A step that comes before what is known
     * already is filled in where its time says so: a phone had no network.
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
        var onIt = repository.active(incidentId);
        // Once more, now that nobody can change it.
        var assignment = find(id, restriction);
        var at = assignment.momentOf(report.status(), moments.past("at", report.at()));
        if (!restriction.isOfCrew()) {
            // A phone knows its steps better than who noted the ones before; anybody else has mistyped.
            assignment.requireInOrder(report.status(), at);
        }
        boolean wasCancelled = isCancelled(incident);
        if (assignment.isLate(report.status(), report.at())) {
            assignment.fillIn(report.status(), at);
            countOnce(incident, report.status() == ProgressStatus.ON_SCENE && attend(incident));
        } else {
            boolean wasActive = assignment.isActive();
            assignment.progress(report.status(), at);
            countOnce(incident, wasActive && advance(incident, onIt));
            if (wasActive) {
                follow(assignment, report.status());
            }
        }
        repository.flush();
        var entry = new TimelineEntry(kindOf(report.status()), at, by, assignment.callSign(), report.note());
        timeline.add(incidentId, entry, assignment);
        outbox.publish(
                new UnitProgressed(incidentId, incident.dossierId(), id, assignment.unitId(), report.status(), at));
        if (wasCancelled && !isCancelled(incident)) {
            tellReopened(incident);
        }
        return assignment;
    }

    /** A dossier has one incident that is not over: where there is another one, a cancelled one stays cancelled. */
    private boolean attend(Incident incident) {
        return !(isCancelled(incident) && incidents.hasOther(incident)) && incident.attend();
    }

    private static boolean isCancelled(Incident incident) {
        return incident.state() instanceof IncidentState.Cancelled;
    }

    private void tellReopened(Incident incident) {
        var now = moments.now();
        var entry = new TimelineEntry(TimelineEntry.Kind.REOPENED, now, TimelineEntry.BY_ITSELF, null, null);
        timeline.add(incident.id(), entry, null);
        outbox.publish(new IncidentReopened(incident.id(), incident.dossierId(), now));
    }

    /** The assignments of the units that are on it. */
    List<Assignment> onIt(UUID incidentId) {
        return repository.active(incidentId);
    }

    /**
     * Lets the incident be as far as those of the units that are on it still.
     *
     * @return whether that changed it
     */
    boolean advance(Incident incident, List<Assignment> onIt) {
        return incident.advance(statuses(onIt.stream()));
    }

    /** Counts a change of the incident or of its assignments as one of the incident. */
    void countOnce(Incident incident, boolean changed) {
        if (!changed) {
            incidents.annotate(incident);
        }
        repository.flush();
    }

    private static List<AssignmentStatus> statuses(Stream<Assignment> assignments) {
        return assignments.filter(Assignment::isActive).map(Assignment::status).toList();
    }

    private void follow(Assignment assignment, ProgressStatus progressed) {
        switch (progressed) {
            case ACKNOWLEDGED -> {}
            case EN_ROUTE -> units.follow(assignment.unitId(), UnitStatus.EN_ROUTE);
            case ON_SCENE -> units.follow(assignment.unitId(), UnitStatus.ON_SCENE);
            case CLEARED -> units.follow(assignment.unitId(), UnitStatus.AVAILABLE);
        }
    }

    /**
     * The unit asks for help, until another one is sent. A call that arrives after that, or after the unit was released, is
     * only written into the timeline.
     *
     * @param precondition refuses when the caller has read an older version of the incident
     */
    @Transactional
    Assignment askForAssistance(
            UUID id,
            AssignmentResource.AskForAssistance command,
            UnitRestriction restriction,
            String by,
            Consumer<Incident> precondition) {
        var incidentId = visible(id, restriction).incidentId();
        var incident =
                incidents.lock(incidentId, restriction).orElseThrow(() -> CommonProblem.notFound("the assignment"));
        precondition.accept(incident);
        var assignment = find(id, restriction);
        var at = moments.past("at", command.at());
        assignment.requireOnIt(at);
        boolean isWanted = assignment.isActive()
                && repository.ofIncident(incidentId).stream()
                        .noneMatch(other -> other.assignedAt().isAfter(at));
        countOnce(incident, isWanted && incident.askForAssistance(at));
        var entry =
                new TimelineEntry(TimelineEntry.Kind.ASSISTANCE_ASKED, at, by, assignment.callSign(), command.note());
        timeline.add(incidentId, entry, assignment);
        return assignment;
    }

    /** The assignment; for a field unit only its own. */
    Assignment find(UUID id, UnitRestriction restriction) {
        visible(id, restriction);
        return repository.findById(id);
    }

    /** The version of its incident, which grows with each change of an assignment. Read before the assignment itself. */
    long versionOf(UUID id, UnitRestriction restriction) {
        visible(id, restriction);
        return repository.incidentVersion(id);
    }

    /** The assignment's incident. The assignment itself is not loaded, so that it is read fresh once the incident is locked. */
    UUID incidentOf(UUID id) {
        return visible(id, UnitRestriction.NONE).incidentId();
    }

    /**
     * Whose an assignment is, if the caller may see it. One of another unit costs the same query as one that does not
     * exist, so that nobody can tell them apart by the time.
     */
    private AssignmentRepository.Parties visible(UUID id, UnitRestriction restriction) {
        return repository
                .parties(id)
                .filter(parties -> restriction.allows(parties.unitId()))
                .orElseThrow(() -> CommonProblem.notFound("the assignment"));
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
