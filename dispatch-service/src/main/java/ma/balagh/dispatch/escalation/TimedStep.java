package ma.balagh.dispatch.escalation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import ma.balagh.contracts.dispatch.EscalationStep;

/**
 * A step of escalation.
 *
 * @param afterSeconds how long after the stage's beginning it follows, if the stage still lasts then
 */
record TimedStep(
        @NotNull EscalationStep step,
        @NotNull @Min(1) @Max(StageTarget.LONGEST) Integer afterSeconds) {}
