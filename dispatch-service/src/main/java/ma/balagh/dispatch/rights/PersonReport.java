package ma.balagh.dispatch.rights;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of an arrested person.
 *
 * @param reason why it was told otherwise before; required only then
 */
record PersonReport(
        @NotNull Boolean minor,
        @Size(max = 1000) @Explanation @Nullable String reason) {}
