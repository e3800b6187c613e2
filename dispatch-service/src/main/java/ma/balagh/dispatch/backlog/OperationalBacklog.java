package ma.balagh.dispatch.backlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.IncidentStage;
import org.jspecify.annotations.Nullable;

/**
 * What waits at this moment, as far as the caller sees it.
 *
 * @param at the moment that the counts are of
 * @param stages every stage of incidents, in order, also those that nothing waits in
 * @param missingRights incidents where a duty towards somebody arrested is missing, by the moment of their outcome, or of
 *     their opening where they have none
 * @param communiquesToApprove drafts of communiqués, by their last change
 * @param patrolPlansToApprove proposed plans whose hours are not over, by the moment at which they were ready
 */
record OperationalBacklog(
        Instant at,
        List<StageBacklog> stages,
        Waiting missingRights,
        Waiting communiquesToApprove,
        Waiting patrolPlansToApprove) {

    /** @param since since when the one waits that waits longest; null where none does */
    record Waiting(long count, @Nullable Instant since) {

        static final Waiting NONE = new Waiting(0, null);
    }

    /**
     * The incidents in one stage.
     *
     * @param incidents each counted once, however many units it waits for
     * @param overdue how many of them are past their target
     * @param since since when the one waits that waits longest; null where none does
     */
    record StageBacklog(
            IncidentStage stage,
            long incidents,
            long overdue,
            @Nullable Instant since) {}

    static List<StageBacklog> inOrder(Map<IncidentStage, StageBacklog> stages) {
        return Stream.of(IncidentStage.values())
                .map(stage -> stages.getOrDefault(stage, new StageBacklog(stage, 0, 0, null)))
                .toList();
    }
}
