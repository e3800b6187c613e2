package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * That a suspension was lifted.
 *
 * @param liftedAt now where it is not said; before its end
 */
record LiftSuspension(
        @Nullable Instant liftedAt,
        @NotNull @Size(max = 2000) @Explanation String reason) {}
