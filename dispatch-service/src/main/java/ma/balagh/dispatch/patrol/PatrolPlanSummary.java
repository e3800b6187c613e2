package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan in a list. */
@Schema(name = "PatrolPlanSummary")
record PatrolPlanSummary(
        UUID id,
        String jurisdiction,
        Instant from,
        Instant to,
        PatrolPlanState state,
        Instant madeAt,
        String madeBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        int repairs) {

    static PatrolPlanSummary of(PatrolPlan plan) {
        return new PatrolPlanSummary(
                plan.id(),
                plan.jurisdiction(),
                plan.from(),
                plan.to(),
                plan.state(),
                plan.madeAt(),
                plan.madeBy(),
                plan.approvedAt(),
                plan.approvedBy(),
                plan.repairs());
    }
}
