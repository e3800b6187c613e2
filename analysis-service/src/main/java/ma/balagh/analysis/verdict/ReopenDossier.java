package ma.balagh.analysis.verdict;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.balagh.analysis.dossier.Act;

/** The body of a reopening. */
record ReopenDossier(
        @NotNull @Size(max = 4000) @Pattern(regexp = Act.REASON, message = Act.REASON_TOO_SHORT)
        String reason) {}
