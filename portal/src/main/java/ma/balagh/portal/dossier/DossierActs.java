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
 * @param mayReopen propose to take its verdict back
 * @param mayDecideReopening somebody else proposed it
 * @param isReopener the viewer proposed it
 */
@TemplateData
public record DossierActs(
        @Nullable String tag,
        boolean mayJoin,
        boolean maySeparate,
        boolean mayReopen,
        boolean mayDecideReopening,
        boolean isReopener) {

    static DossierActs of(Dossier dossier, @Nullable String tag, Viewer viewer) {
        boolean changes = dossier.state() == DossierState.OPEN && viewer.has(Roles.ANALYST);
        Dossier.Reopening pending = dossier.pendingReopening();
        boolean reopens = dossier.state() == DossierState.CONCLUDED && viewer.has(Roles.JUDICIAL_OFFICER);
        boolean own = pending != null && pending.proposedBy().equals(viewer.name());
        return new DossierActs(
                tag,
                changes,
                changes && dossier.evidence().size() > 1,
                reopens && pending == null,
                reopens && pending != null && !own,
                own);
    }
}
