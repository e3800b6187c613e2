package ma.balagh.dispatch.rights;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of a duty.
 *
 * @param at when it was done; now where it is not said
 * @param reason why it was told otherwise before; required only then
 */
record DutyReport(
        @NotNull Boolean done,
        @Nullable Instant at,
        @Size(max = 1000) @Explanation @Nullable String reason) {}
