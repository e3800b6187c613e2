package ma.balagh.intake.obtain;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/**
 * The body of having a link tried again.
 *
 * @param reason why there is hope
 */
record RetryLink(@NotNull @Size(max = 2000) @Explanation String reason) {}
