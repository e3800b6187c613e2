package ma.balagh.analysis.verdict;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The moment that those who are sent are to see.
 *
 * @param evidenceId a medium of the dossier
 * @param at seconds from its beginning; no medium is longer than a day
 */
record ProposeStill(
        @NotNull @Nullable UUID evidenceId,
        @NotNull @Min(0) @Max(LATEST) @Nullable Double at) {

    private static final int LATEST = 86_400;
}
