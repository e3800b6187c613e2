package ma.balagh.dispatch.patrol;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a plan.
 *
 * @param by null where nobody did it
 * @param changed how many visits are others since
 */
@Schema(name = "PatrolPlanEntry")
record PatrolPlanEntry(Kind kind, Instant at, @Nullable String by, int changed) {

    /** What happened. */
    @Schema(name = "PatrolPlanEntryKind")
    enum Kind {
        MADE,
        PROPOSED,
        FAILED,
        APPROVED,
        REPAIRED,
        WITHDRAWN
    }
}
