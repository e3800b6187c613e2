package ma.balagh.intake.obtain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The body of having a link tried again.
 *
 * @param reason why there is hope
 */
record RetryLink(@NotBlank @Size(max = 2000) String reason) {}
