package ma.balagh.analysis.joining;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.http.Explanation;

/**
 * The body of a joining.
 *
 * @param dossierId the dossier that becomes part of the one that is addressed, and is empty then
 */
record JoinDossier(
        @NotNull UUID dossierId,

        @NotNull @Size(max = 4000) @Explanation(min = DossierAct.SHORTEST_REASON)
        String reason) {}
