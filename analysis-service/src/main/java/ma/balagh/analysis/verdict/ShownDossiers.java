package ma.balagh.analysis.verdict;

import jakarta.ws.rs.core.EntityTag;
import ma.balagh.analysis.dossier.Dossier;

/** What the caller is shown of dossiers. Owned here, answered by whoever shows them. */
public interface ShownDossiers {

    /**
     * The tag under which the dossier is shown to the caller now.
     *
     * @param dossier one that exists for the caller
     */
    EntityTag tag(Dossier dossier);
}
