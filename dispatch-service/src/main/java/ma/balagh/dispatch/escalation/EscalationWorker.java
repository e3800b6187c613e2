package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentStage;
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

    /** The id of nothing. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final EscalationService escalations;
    private final UnitProposalService units;

    EscalationWorker(EscalationService escalations, UnitProposalService units) {
        this.escalations = escalations;
        this.units = units;
    }

    @Override
    public void work(EscalationTask task) {
        var stage = escalations.stageOf(task);
        var unit = switch (task.step()) {
            case NEXT_UNIT_PROPOSED -> proposed(stage);
            case UNIT_SENT -> nearest(stage);
            case SUPERVISOR, COMMANDER -> null;
        };
        escalations.fire(task, stage, unit);
    }

    /** Workers died over it, perhaps while they looked for a unit: a step that only names one comes without. */
    @Override
    public void giveUp(EscalationTask task) {
        if (task.step() == EscalationStep.UNIT_SENT) {
            work(task);
        } else {
            escalations.fire(task, escalations.stageOf(task), null);
        }
    }

    /**
     * Does what a step does for an incident that does not exist. The first step of a new process would load classes and
     * prepare statements while it holds its incident, and others would wait for it.
     */
    void rehearse() {
        var task = new EscalationTask(NOTHING, NOTHING, 0, NOTHING, EscalationStep.COMMANDER);
        var stage = new RunningStage(
                NOTHING,
                NOTHING,
                IncidentStage.OPEN_TO_ASSIGNED,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                true);
        attempt(units::rehearse);
        attempt(() -> units.next(NOTHING, null));
        attempt(() -> escalations.stageOf(task));
        attempt(() -> escalations.fire(task, stage, null));
    }

    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.debugf(e, "rehearsed");
        }
    }

    /** A unit of which it is known how long it takes; where units cannot be looked for, the step is tried again. */
    private @Nullable ProposedUnit nearest(RunningStage stage) {
        return units.nearest(stage.incidentId()).map(EscalationWorker::named).orElse(null);
    }

    private @Nullable ProposedUnit proposed(RunningStage stage) {
        try {
            return units.next(stage.incidentId(), stage.unitId())
                    .map(EscalationWorker::named)
                    .orElse(null);
        } catch (RuntimeException e) {
            LOG.warnf(e, "no unit can be proposed incidentId=%s", stage.incidentId());
            return null;
        }
    }

    private static ProposedUnit named(UnitProposalService.Proposal unit) {
        return new ProposedUnit(unit.unitId(), unit.callSign(), unit.role());
    }
}
