package ma.balagh.dispatch.court;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;

/**
 * A court's decision, as somebody tells it.
 *
 * @param decidedAt not before the referral
 */
record CourtDecisionReport(
        CourtDecision.@NotNull Kind kind,
        @NotNull @Size(max = 200) @Explanation String court,
        @NotNull @Size(min = 1, max = 200) String reference,
        @NotNull Instant decidedAt,
        @NotNull @Size(max = 2000) @Explanation String summary) {}
