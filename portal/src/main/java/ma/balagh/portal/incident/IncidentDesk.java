package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;

/** What the viewer may do about an incident; the rules themselves are dispatch's. */
@TemplateData
public record IncidentDesk(
        boolean mayAssign, boolean mayProgress, boolean mayResolve, boolean mayRefer, boolean mayCancel) {

    static IncidentDesk of(Incident incident, Viewer viewer) {
        boolean dispatcher = viewer.has(Roles.DISPATCHER);
        boolean concludes = dispatcher || viewer.has(Roles.JUDICIAL_OFFICER);
        return new IncidentDesk(
                dispatcher && incident.isWaiting(),
                dispatcher && incident.active() != null,
                concludes && incident.isAttended(),
                concludes && incident.isReferable(),
                dispatcher && incident.isCancellable());
    }

    public List<Incident.OutcomeKind> outcomes() {
        return List.of(Incident.OutcomeKind.values());
    }
}
