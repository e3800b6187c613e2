package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.dispatch.escalation.IncidentStageRepository.RunningStage;
import ma.balagh.dispatch.incident.IncidentEscalationService.ProposedUnit;
import ma.balagh.dispatch.recommendation.UnitProposalService;
import ma.balagh.taskqueue.TaskHandler;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does the steps that are due. A step that names no unit is worth more than one that comes late. */
@ApplicationScoped
class EscalationWorker implements TaskHandler<EscalationTask> {

    private static final Logger LOG = Logger.getLogger(EscalationWorker.class);

    private final EscalationService escalations;
    private final UnitProposalService units;

    EscalationWorker(EscalationService escalations, UnitProposalService units) {
        this.escalations = escalations;
        this.units = units;
    }

    @Override
    public void work(EscalationTask task) {
        var stage = escalations.stageOf(task);
        escalations.fire(task, stage, task.step() == EscalationStep.NEXT_UNIT_PROPOSED ? proposed(stage) : null);
    }

    /** Workers died over it, perhaps while they looked for a unit. */
    @Override
    public void giveUp(EscalationTask task) {
        escalations.fire(task, escalations.stageOf(task), null);
    }

    private @Nullable ProposedUnit proposed(RunningStage stage) {
        try {
            return units.next(stage.incidentId(), stage.unitId())
                    .map(unit -> new ProposedUnit(unit.unitId(), unit.callSign()))
                    .orElse(null);
        } catch (RuntimeException e) {
            LOG.warnf(e, "no unit can be proposed incidentId=%s", stage.incidentId());
            return null;
        }
    }
}
