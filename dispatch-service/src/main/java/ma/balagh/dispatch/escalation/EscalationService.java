package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.dispatch.incident.IncidentEscalationService;
import ma.balagh.dispatch.incident.IncidentEscalationService.ProposedUnit;
import org.jspecify.annotations.Nullable;

/** Does a step of escalation: once, or not at all when its stage has ended. */
@ApplicationScoped
class EscalationService {

    private final EscalationQueue queue;
    private final IncidentStageRepository stages;
    private final IncidentEscalationService incidents;

    EscalationService(EscalationQueue queue, IncidentStageRepository stages, IncidentEscalationService incidents) {
        this.queue = queue;
        this.stages = stages;
        this.incidents = incidents;
    }

    /** The stage that a step belongs to, by now. */
    @Transactional
    IncidentStageRepository.RunningStage stageOf(EscalationTask task) {
        return stages.find(task.stageId());
    }

    /**
     * The incident is held before the step, as it is where stages end: whoever comes second finds what the first has done.
     *
     * @param proposed the unit that the step names, or sends; null where there is none
     */
    @Transactional
    void fire(EscalationTask task, IncidentStageRepository.RunningStage stage, @Nullable ProposedUnit proposed) {
        incidents.hold(stage.incidentId());
        queue.fired(task, proposed == null ? null : proposed.id());
        incidents.tell(
                new IncidentEscalationService.Step(
                        stage.incidentId(),
                        stage.stage(),
                        task.step(),
                        stage.assignmentId(),
                        stage.callSign(),
                        stage.targetAt()),
                stages.firedAt(task.id()),
                proposed);
        if (task.step() == EscalationStep.UNIT_SENT && proposed != null) {
            incidents.send(stage.incidentId(), proposed);
        }
    }
}
