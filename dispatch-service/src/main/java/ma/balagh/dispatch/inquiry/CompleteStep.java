package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A step that was done.
 *
 * @param doneAt now where it is not said; not before it was planned
 * @param note what came of it
 */
record CompleteStep(
        @Nullable Instant doneAt,
        @Size(max = 2000) @Explanation @Nullable String note) {}
