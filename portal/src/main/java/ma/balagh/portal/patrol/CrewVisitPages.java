package ma.balagh.portal.patrol;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a crew says of its visits; they are shown on its phone's page. */
@Path("/patrol-visits")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.FIELD_UNIT)
class CrewVisitPages {

    private final CrewVisitClient visits;
    private final Viewer viewer;

    CrewVisitPages(@RestClient CrewVisitClient visits, Viewer viewer) {
        this.visits = visits;
        this.viewer = viewer;
    }

    /** @param at when a phone that had no network noted it; nothing where it is told at once */
    @POST
    @Path("{id}/observation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response observe(
            UUID id, @RestForm @Nullable String kind, @RestForm @Nullable String note, @RestForm @Nullable String at) {
        visits.observe(
                id,
                new CrewVisitClient.Observe(
                        FormInputParser.text(kind), FormInputParser.text(note), FormInputParser.timestamp(at, "at")));
        return FlashMessage.OBSERVATION_NOTED.then(viewer, "/assignment");
    }
}
