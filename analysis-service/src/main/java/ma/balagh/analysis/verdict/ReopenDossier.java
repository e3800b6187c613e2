package ma.balagh.analysis.verdict;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.http.Explanation;

/** The body of a reopening. */
record ReopenDossier(
        @NotNull @Size(max = 4000) @Explanation(min = DossierAct.SHORTEST_REASON)
        String reason) {}
