package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Tells in an incident's timeline, and to the other services, that a stage lasts too long. */
@ApplicationScoped
public class IncidentEscalationService {

    private final IncidentRepository incidents;
    private final AssignmentService assignments;
    private final TimelineRepository timeline;
    private final Outbox outbox;

    IncidentEscalationService(
            IncidentRepository incidents, AssignmentService assignments, TimelineRepository timeline, Outbox outbox) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /**
     * One step of escalation.
     *
     * @param assignmentId the assignment whose unit is waited for; null where none is
     * @param overdueSince when the stage's target was reached
     */
    public record Step(
            UUID incidentId,
            IncidentStage stage,
            EscalationStep step,
            @Nullable UUID assignmentId,
            @Nullable String callSign,
            Instant overdueSince) {}

    /**
     * A unit that could be sent next.
     *
     * @param role that is open and that it fits; null where there is none
     */
    public record ProposedUnit(
            UUID id, String callSign, @Nullable AssignmentRole role) {}

    /** Holds the incident until the end of the transaction: no stage of it begins or ends meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID incidentId) {
        locked(incidentId);
    }

    /**
     * @param at when the step was due and done
     * @param proposed the unit that is named to the dispatcher; null where none is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Step step, Instant at, @Nullable ProposedUnit proposed) {
        var incident = locked(step.incidentId());
        incidents.annotate(incident);
        incidents.flush();
        var detail = new EscalationDetail(
                step.stage(), step.step(), step.overdueSince(), proposed == null ? null : proposed.callSign());
        timeline.add(incident.id(), TimelineEntry.escalated(at, step.callSign(), detail), step.assignmentId());
        outbox.publish(new IncidentEscalated(
                incident.id(),
                incident.dossierId(),
                step.stage(),
                step.step(),
                step.assignmentId(),
                proposed == null ? null : proposed.id(),
                step.overdueSince(),
                at));
    }

    /** Sends a unit in nobody's name; 409 when it was taken meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(UUID incidentId, ProposedUnit unit) {
        assignments.send(locked(incidentId), unit.id(), unit.role(), TimelineEntry.BY_ITSELF);
    }

    private Incident locked(UUID incidentId) {
        return incidents
                .lock(incidentId, UnitRestriction.NONE)
                .orElseThrow(() -> new IllegalStateException("an incident is never deleted"));
    }
}
