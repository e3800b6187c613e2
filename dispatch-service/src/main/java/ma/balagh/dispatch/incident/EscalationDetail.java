package ma.balagh.dispatch.incident;

import java.time.Instant;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentStage;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the timeline says of a step of escalation.
 *
 * @param overdueSince when the stage's target was reached
 * @param proposedCallSign the unit that was proposed; absent for field units, and where none was
 */
record EscalationDetail(
        IncidentStage stage,
        EscalationStep step,
        Instant overdueSince,
        @Nullable String proposedCallSign) {}
