package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.http.CommonProblem;

/** How incidents end, and what was wrong about that. */
@ApplicationScoped
class OutcomeService {

    private final IncidentRepository incidents;
    private final AssignmentRepository assignments;
    private final UnitService units;
    private final OutcomeRecorder recorder;
    private final Timestamps moments;

    OutcomeService(
            IncidentRepository incidents,
            AssignmentRepository assignments,
            UnitService units,
            OutcomeRecorder recorder,
            Timestamps moments) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.units = units;
        this.recorder = recorder;
        this.moments = moments;
    }

    /**
     * Tells how it ended, which frees the unit.
     *
     * @param precondition refuses when the caller has read an older version
     */
    @Transactional
    Incident resolve(UUID id, OutcomeReport report, String by, Consumer<Incident> precondition) {
        var incident = lock(id, precondition);
        var now = moments.now();
        // First, as it writes what there is: the incident is to change once.
        release(id, now);
        incident.resolve(new Outcome(report.kind(), report.personsOrNone(), report.note(), now, by, null));
        recorder.record(incident, report, null, now, by);
        return incident;
    }

    /**
     * Says what the outcome should have been. When it was told first stays, for the clocks.
     *
     * @param precondition refuses when the caller has read an older version
     */
    @Transactional
    Incident correct(UUID id, OutcomeCorrection correction, String by, Consumer<Incident> precondition) {
        var incident = lock(id, precondition);
        var now = moments.now();
        incident.correct(correction.outcome(), now, by);
        recorder.record(incident, correction.outcome(), correction.reason(), now, by);
        return incident;
    }

    private Incident lock(UUID id, Consumer<Incident> precondition) {
        var incident =
                incidents.lock(id, UnitRestriction.NONE).orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        return incident;
    }

    private void release(UUID incidentId, Instant at) {
        for (var assignment : assignments.ofIncident(incidentId)) {
            if (assignment.isActive()) {
                assignment.release(at);
                units.follow(assignment.unitId(), UnitStatus.AVAILABLE);
            }
        }
    }
}
