package ma.balagh.analysis.joining;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.http.Explanation;

/**
 * The body of a separation.
 *
 * @param evidenceIds what leaves, with the reports that brought it
 */
record SeparateEvidence(
        @NotEmpty @Size(max = 200) Set<@NotNull UUID> evidenceIds,

        @NotNull @Size(max = 4000) @Explanation(min = DossierAct.SHORTEST_REASON)
        String reason) {}
