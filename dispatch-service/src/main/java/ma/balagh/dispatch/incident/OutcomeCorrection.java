package ma.balagh.dispatch.incident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/**
 * What an outcome should have said.
 *
 * @param outcome all of it, not only what was wrong
 * @param reason why the one before was wrong
 */
record OutcomeCorrection(
        @NotNull @Valid OutcomeReport outcome,
        @NotNull @Size(max = 1000) @Explanation(min = 8) String reason) {}
