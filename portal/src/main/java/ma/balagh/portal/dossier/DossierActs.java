package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer may do to the dossier as a whole; the rules themselves are analysis's.
 *
 * @param tag of the dossier as it is shown
 * @param mayJoin another dossier to it
 * @param maySeparate some of its evidence: some has to stay
 * @param mayReopen take its verdict back
 */
@TemplateData
public record DossierActs(@Nullable String tag, boolean mayJoin, boolean maySeparate, boolean mayReopen) {

    static DossierActs of(Dossier dossier, @Nullable String tag, Viewer viewer) {
        boolean changes = dossier.state() == DossierState.OPEN && viewer.has(Roles.ANALYST);
        return new DossierActs(
                tag,
                changes,
                changes && dossier.evidence().size() > 1,
                dossier.state() == DossierState.CONCLUDED && viewer.has(Roles.JUDICIAL_OFFICER));
    }
}
