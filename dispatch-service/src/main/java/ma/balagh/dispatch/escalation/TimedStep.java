package ma.balagh.dispatch.escalation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import ma.balagh.contracts.dispatch.EscalationStep;
import org.jspecify.annotations.Nullable;

/**
 * A step of escalation.
 *
 * @param afterSeconds how long after the stage's beginning it follows, if the stage still lasts then
 * @param fromSeverity for which incidents a unit is sent without a person: 1 (all) to 4 (life in danger); only there
 */
record TimedStep(
        @NotNull EscalationStep step,
        @NotNull @Min(1) @Max(StageTarget.LONGEST) Integer afterSeconds,
        @Nullable @Min(1) @Max(4) Integer fromSeverity) {

    TimedStep(EscalationStep step, int afterSeconds) {
        this(step, afterSeconds, null);
    }

    boolean isFor(int severity) {
        return fromSeverity == null || severity >= fromSeverity;
    }
}
