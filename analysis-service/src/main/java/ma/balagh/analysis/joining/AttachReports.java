package ma.balagh.analysis.joining;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.http.Explanation;

/**
 * The body of an attachment.
 *
 * @param reportIds what becomes part of the dossier, each once
 */
record AttachReports(
        @NotEmpty @Size(max = 1000) List<@NotNull UUID> reportIds,

        @NotNull @Size(max = 4000) @Explanation(min = DossierAct.SHORTEST_REASON)
        String reason) {}
