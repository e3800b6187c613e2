package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer may do about an incident; the rules themselves are dispatch's.
 *
 * @param tag of the incident as it is shown; nobody sends a unit to another state of it than was read
 */
@TemplateData
public record IncidentDesk(
        @Nullable String tag,
        boolean mayAssign,
        boolean mayProgress,
        boolean mayResolve,
        boolean mayRefer,
        boolean mayCancel) {

    static IncidentDesk of(Incident incident, @Nullable String tag, Viewer viewer) {
        boolean dispatcher = viewer.has(Roles.DISPATCHER);
        boolean concludes = dispatcher || viewer.has(Roles.JUDICIAL_OFFICER);
        return new IncidentDesk(
                tag,
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
