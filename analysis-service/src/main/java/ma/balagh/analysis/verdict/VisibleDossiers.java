package ma.balagh.analysis.verdict;

import jakarta.ws.rs.core.EntityTag;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Dossier;

/** What the caller may see of dossiers. Declared here, implemented by the feature that shows them. */
public interface VisibleDossiers {

    /**
     * The tags under which the dossier is shown to the caller now: one for each language, the caller's first; made one
     * by one, as they are asked for.
     *
     * @param dossier one that exists for the caller
     */
    Stream<EntityTag> tags(Dossier dossier);
}
