package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;

/**
 * What the list of incidents offers its viewer.
 *
 * @param sends whether the viewer sends units: then the list is a desk, with the map and the chosen incident beside it
 * @param follows whether the viewer may follow the stream of changes
 * @param now the server's time, which running clocks go by
 */
@TemplateData
public record DeskAbilities(boolean sends, boolean follows, Instant now) {

    static DeskAbilities of(Viewer viewer, Instant now) {
        return new DeskAbilities(
                viewer.has(PortalRoles.DISPATCHER), viewer.hasAny(PortalRoles.DISPATCHER, PortalRoles.COMMANDER), now);
    }
}
