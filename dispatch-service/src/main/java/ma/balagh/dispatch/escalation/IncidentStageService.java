package ma.balagh.dispatch.escalation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.escalation.IncidentStageRepository.RunningStage;
import ma.balagh.dispatch.escalation.IncidentStageRepository.StepOfStage;
import ma.balagh.dispatch.incident.IncidentClock;
import ma.balagh.dispatch.incident.IncidentClocks;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.persistence.ServiceWorkRunner;

/** Begins and ends the stages of incidents, with the steps that follow when one lasts too long. */
@ApplicationScoped
class IncidentStageService implements IncidentClocks {

    private final IncidentStageRepository stages;
    private final EscalationPolicyService policies;
    private final ServiceWorkRunner serviceWork;

    IncidentStageService(
            IncidentStageRepository stages, EscalationPolicyService policies, ServiceWorkRunner serviceWork) {
        this.stages = stages;
        this.policies = policies;
        this.serviceWork = serviceWork;
    }

    /** Compares the stages that run with those that the incident is in, whatever it was that happened. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(UUID incidentId) {
        stages.endPast(incidentId);
        for (var stage : stages.beginning(incidentId)) {
            // The policy is the territory's, also where a crew works that was lent to it.
            var policy = serviceWork.call(() -> policies.applying(stage.jurisdiction(), stage.type()));
            stages.begin(incidentId, stage, policy.target(stage.stage()));
        }
    }

    @Override
    public Map<UUID, List<IncidentClock>> of(Collection<UUID> incidentIds, UnitRestriction restriction) {
        var running = stages.running(incidentIds, restriction);
        var steps = stages.fired(running.stream().map(RunningStage::id).toList()).stream()
                .collect(groupingBy(
                        StepOfStage::stageId, mapping(step -> fired(step, !restriction.isOfCrew()), toList())));
        return running.stream()
                .collect(groupingBy(
                        RunningStage::incidentId,
                        mapping(stage -> clock(stage, steps.getOrDefault(stage.id(), List.of())), toList())));
    }

    /** @param tellsUnits whether the reader may know of other units */
    private static IncidentClock.FiredStep fired(StepOfStage step, boolean tellsUnits) {
        return new IncidentClock.FiredStep(step.step(), step.firedAt(), tellsUnits ? step.proposedCallSign() : null);
    }

    private static IncidentClock clock(RunningStage stage, List<IncidentClock.FiredStep> escalated) {
        return new IncidentClock(
                stage.stage(),
                stage.assignmentId(),
                stage.callSign(),
                stage.lastSeenAt(),
                stage.startedAt(),
                stage.targetAt(),
                stage.overdue(),
                escalated);
    }
}
