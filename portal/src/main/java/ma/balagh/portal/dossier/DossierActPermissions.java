package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer may do to the dossier as a whole. The rules are enforced by analysis.
 *
 * @param tag of the dossier as it is shown
 * @param mayJoin another dossier to it
 * @param maySeparate some of its evidence: some has to stay
 * @param mayReopen propose to take its verdict back
 * @param mayDecideReopening somebody else proposed it
 * @param isReopener the viewer proposed it
 */
@TemplateData
public record DossierActPermissions(
        @Nullable String tag,
        boolean mayJoin,
        boolean maySeparate,
        boolean mayReopen,
        boolean mayDecideReopening,
        boolean isReopener) {

    static DossierActPermissions of(DossierResponse dossier, @Nullable String tag, Viewer viewer) {
        boolean changes = dossier.state() == DossierStateCode.OPEN && viewer.has(PortalRoles.ANALYST);
        DossierResponse.Reopening pending = dossier.pendingReopening();
        boolean reopens = dossier.state() == DossierStateCode.CONCLUDED && viewer.has(PortalRoles.JUDICIAL_OFFICER);
        boolean own = pending != null && pending.proposedBy().equals(viewer.name());
        return new DossierActPermissions(
                tag,
                changes,
                changes && dossier.evidence().size() > 1,
                reopens && pending == null,
                reopens && pending != null && !own,
                own);
    }
}
