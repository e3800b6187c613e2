package ma.balagh.portal.assignment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.incident.DispatchService;
import ma.balagh.portal.incident.Incident;
import ma.balagh.portal.incident.IncidentCommands;
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

    /** The states in which a unit is on an incident. */
    private static final List<Incident.State> ATTENDED =
            List.of(Incident.State.ASSIGNED, Incident.State.EN_ROUTE, Incident.State.ON_SCENE);

    private static final int MOST = 20;

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
        return new AssignmentPage(ATTENDED.stream()
                .flatMap(state -> dispatch.incidents(state.name(), null, MOST).items().stream())
                .filter(row -> row.assignmentId() != null)
                .map(row -> dispatch.incident(row.id()))
                // Without one, another unit is on it by now.
                .filter(incident -> incident.active() != null)
                .findFirst()
                .orElse(null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
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
