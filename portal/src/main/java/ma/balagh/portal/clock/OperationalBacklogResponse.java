package ma.balagh.portal.clock;

import java.time.Instant;
import java.util.List;
import ma.balagh.portal.escalation.StageClockResponse;
import org.jspecify.annotations.Nullable;

/**
 * What waits at dispatch.
 *
 * @param missingRights incidents where a duty towards somebody arrested is missing
 * @param communiquesToApprove drafts
 * @param patrolPlansToApprove proposed ones whose hours are not over; null from a release before they were counted
 */
public record OperationalBacklogResponse(
        List<StageBacklog> stages,
        Waiting missingRights,
        Waiting communiquesToApprove,
        @Nullable Waiting patrolPlansToApprove) {

    /** @param since since when the one waits that waits longest */
    public record Waiting(long count, @Nullable Instant since) {}

    /**
     * The incidents in one stage.
     *
     * @param overdue how many of them are past their target
     * @param since since when the one waits that waits longest
     */
    public record StageBacklog(
            StageClockResponse.@Nullable Stage stage,
            long incidents,
            long overdue,
            @Nullable Instant since) {}
}
