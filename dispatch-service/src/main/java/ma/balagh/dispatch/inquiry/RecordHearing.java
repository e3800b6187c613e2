package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What was said at a hearing.
 *
 * @param heldAt when it was to be held where it is not said; never in the future
 */
record RecordHearing(
        @Nullable Instant heldAt,
        @NotNull @Size(max = 20_000) @Explanation String record) {}
