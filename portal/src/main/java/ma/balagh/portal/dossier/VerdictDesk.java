package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer may do about the dossier. It only spares people buttons that would be refused: the rules are analysis's.
 *
 * @param tag of the dossier as it is shown; nobody judges another state of it than was read
 * @param mayChangeUrgency nothing is concluded
 * @param mayPropose no proposal waits and nothing is concluded
 * @param mayDecide a proposal waits that somebody else made
 * @param isProposer the proposal that waits is the viewer's own
 */
@TemplateData
public record VerdictDesk(
        @Nullable String tag, boolean mayChangeUrgency, boolean mayPropose, boolean mayDecide, boolean isProposer) {

    static VerdictDesk of(Dossier dossier, @Nullable String tag, Viewer viewer) {
        Dossier.Proposal pending = dossier.pending();
        boolean open = dossier.state() == DossierState.OPEN;
        boolean officer = viewer.has(Roles.JUDICIAL_OFFICER);
        boolean judges = viewer.hasAny(Roles.ANALYST, Roles.JUDICIAL_OFFICER);
        boolean own = isOwn(pending, viewer);
        return new VerdictDesk(
                tag, dossier.isWaiting() && judges, open && judges, pending != null && officer && !own, own);
    }

    public List<Verdict> verdicts() {
        return Verdict.all();
    }

    public List<UrgencyLevel> urgencies() {
        return UrgencyLevel.all();
    }

    private static boolean isOwn(Dossier.@Nullable Proposal pending, Viewer viewer) {
        return pending != null && pending.proposedBy().equals(viewer.name());
    }
}
