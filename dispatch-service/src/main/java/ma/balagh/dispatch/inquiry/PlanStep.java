package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;

/**
 * A step that somebody plans.
 *
 * @param dueAt when it has to be done, from now on
 */
record PlanStep(
        @NotNull @Size(max = 200) @Explanation String title,
        @NotNull Instant dueAt) {}
