package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer may do about an incident. The rules are enforced by dispatch.
 *
 * @param tag of the incident as it is shown; nobody sends a unit to another state of it than was read
 */
@TemplateData
public record IncidentPermissions(
        @Nullable String tag,
        boolean mayAssign,
        boolean mayProgress,
        boolean mayResolve,
        boolean mayCorrect,
        boolean mayTakeFile,
        boolean mayRefer,
        boolean mayCancel,
        boolean mayReopen) {

    static IncidentPermissions of(IncidentResponse incident, @Nullable String tag, Viewer viewer) {
        boolean dispatcher = viewer.has(PortalRoles.DISPATCHER);
        boolean concludes = dispatcher || viewer.has(PortalRoles.JUDICIAL_OFFICER);
        return new IncidentPermissions(
                tag,
                dispatcher && incident.isUnderWay(),
                dispatcher && !incident.active().isEmpty(),
                concludes && incident.isAttended(),
                concludes && incident.outcome() != null,
                incident.outcome() != null,
                concludes && incident.isReferable(),
                dispatcher && incident.isCancellable(),
                concludes && incident.state() == IncidentResponse.State.RESOLVED);
    }

    public List<RunCardCoverageResponse.Role> roles() {
        return List.of(RunCardCoverageResponse.Role.values());
    }

    public List<IncidentTypeCode> types() {
        return List.of(IncidentTypeCode.values());
    }

    public List<Integer> alarmLevels() {
        return List.of(1, 2, 3);
    }

    public List<IncidentResponse.OutcomeKind> outcomes() {
        return List.of(IncidentResponse.OutcomeKind.values());
    }
}
