package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer may do about the dossier. It hides buttons whose use would be refused; the rules are enforced by
 * analysis.
 *
 * @param tag of the dossier as it is shown; nobody judges another state of it than was read
 * @param mayChangeUrgency nothing is concluded
 * @param mayPropose no proposal waits and nothing is concluded
 * @param mayDecide a proposal waits that somebody else made
 * @param isProposer the proposal that waits is the viewer's own
 */
@TemplateData
public record VerdictPermissions(
        @Nullable String tag, boolean mayChangeUrgency, boolean mayPropose, boolean mayDecide, boolean isProposer) {

    static VerdictPermissions of(DossierResponse dossier, @Nullable String tag, Viewer viewer) {
        DossierResponse.Proposal pending = dossier.pending();
        boolean open = dossier.state() == DossierStateCode.OPEN;
        boolean officer = viewer.has(PortalRoles.JUDICIAL_OFFICER);
        boolean judges = viewer.hasAny(PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER);
        boolean own = isOwn(pending, viewer);
        return new VerdictPermissions(
                tag, dossier.isWaiting() && judges, open && judges, pending != null && officer && !own, own);
    }

    public List<VerdictCode> verdicts() {
        return VerdictCode.all();
    }

    public List<UrgencyLevelCode> urgencies() {
        return UrgencyLevelCode.all();
    }

    private static boolean isOwn(DossierResponse.@Nullable Proposal pending, Viewer viewer) {
        return pending != null && pending.proposedBy().equals(viewer.name());
    }
}
