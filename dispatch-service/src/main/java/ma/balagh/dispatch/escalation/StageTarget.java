package ma.balagh.dispatch.escalation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.http.Violation;

/**
 * How long a stage should last, and what follows when it lasts longer.
 *
 * @param targetSeconds from its beginning
 * @param steps in order, none before the target
 */
record StageTarget(
        @NotNull IncidentStage stage,
        @NotNull @Min(1) @Max(LONGEST) Integer targetSeconds,
        @NotNull @Size(max = 4) List<@NotNull @Valid TimedStep> steps) {

    /** Thirty days in seconds: no stage that somebody watches by the clock lasts longer. */
    static final long LONGEST = 2_592_000;

    /**
     * What is wrong with the steps of a target whose fields are all there.
     *
     * @param path of the target in the request
     */
    List<Violation> faults(String path) {
        var faults = new ArrayList<Violation>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var at = "%s.steps[%d]".formatted(path, i);
            if (step.step() == EscalationStep.NEXT_UNIT_PROPOSED && !isForAnotherUnit()) {
                faults.add(Violation.unfitting(at + ".step", "another unit is proposed only before one has arrived"));
            }
            if (step.step() == EscalationStep.UNIT_SENT && stage != IncidentStage.OPEN_TO_ASSIGNED) {
                faults.add(Violation.unfitting(at + ".step", "a unit is sent only where nobody has sent one"));
            }
            if ((step.step() == EscalationStep.UNIT_SENT) != (step.fromSeverity() != null)) {
                faults.add(Violation.unfitting(at + ".fromSeverity", "belongs to UNIT_SENT, which needs it"));
            }
            if (step.afterSeconds() < targetSeconds) {
                faults.add(Violation.unfitting(at + ".afterSeconds", "must not be less than targetSeconds"));
            }
            if (i > 0 && step.step().compareTo(steps.get(i - 1).step()) <= 0) {
                faults.add(Violation.unfitting(
                        at + ".step",
                        "must come after the step before it: next unit, unit sent, supervisor, commander"));
            }
            if (i > 0 && step.afterSeconds() <= steps.get(i - 1).afterSeconds()) {
                faults.add(Violation.unfitting(at + ".afterSeconds", "must be more than that of the step before it"));
            }
        }
        return faults;
    }

    /** Whether a unit is waited for that has not arrived, so that another one can be sent. */
    private boolean isForAnotherUnit() {
        return switch (stage) {
            case OPEN_TO_ASSIGNED, ASSIGNED_TO_ACKNOWLEDGED, ACKNOWLEDGED_TO_EN_ROUTE, EN_ROUTE_TO_ON_SCENE -> true;
            case ON_SCENE_TO_OUTCOME, OUTCOME_TO_REFERRED -> false;
        };
    }
}
