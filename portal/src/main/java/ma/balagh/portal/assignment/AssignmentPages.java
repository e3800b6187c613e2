package ma.balagh.portal.assignment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.portal.incident.DispatchService;
import ma.balagh.portal.incident.Incident;
import ma.balagh.portal.incident.IncidentCommands;
import ma.balagh.portal.incident.IncidentRow;
import ma.balagh.portal.shell.Done;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.OnceKey;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The field unit's desk: dispatch shows a unit its own incidents only, and at most one is active. */
@Path("/assignment")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(Roles.FIELD_UNIT)
class AssignmentPages {

    private static final int RECENT = 20;

    private final DispatchService dispatch;
    private final Viewer viewer;

    AssignmentPages(@RestClient DispatchService dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AssignmentPage(@Nullable Incident incident) implements TemplateInstance {}

    @GET
    public TemplateInstance current() {
        Optional<UUID> active = dispatch.incidents(null, null, RECENT).items().stream()
                .filter(incident -> incident.assignmentId() != null)
                .map(IncidentRow::id)
                .findFirst();
        return new AssignmentPage(active.map(dispatch::incident).orElse(null));
    }

    @POST
    @Path("{assignmentId}/progress")
    public Response progress(
            UUID assignmentId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String status,
            @RestForm @Nullable String note) {
        var command = new IncidentCommands.Progress(Input.text(status), Input.text(note));
        dispatch.progress(assignmentId, OnceKey.of(key), command);
        return Done.PROGRESS_NOTED.then(viewer, "/assignment");
    }
}
