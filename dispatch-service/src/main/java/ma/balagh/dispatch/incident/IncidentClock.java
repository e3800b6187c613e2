package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentStage;
import org.jspecify.annotations.Nullable;

/**
 * A stage that an incident is in.
 *
 * @param assignmentId the assignment whose unit is waited for; absent where none is
 * @param callSign that unit's, as it was when it was sent
 * @param lastSeenAt when that unit last told where it is; absent where it never did
 * @param startedAt when the service learned that the stage began
 * @param targetAt when it should be over
 * @param overdue whether it should have been over when this was answered
 * @param escalated the steps that followed from that, in order
 */
public record IncidentClock(
        IncidentStage stage,
        @Nullable UUID assignmentId,
        @Nullable String callSign,
        @Nullable Instant lastSeenAt,
        Instant startedAt,
        Instant targetAt,
        boolean overdue,
        List<FiredStep> escalated) {

    /** @param proposedCallSign the unit that was proposed; absent for field units, and where none was */
    public record FiredStep(
            EscalationStep step, Instant at, @Nullable String proposedCallSign) {}
}
