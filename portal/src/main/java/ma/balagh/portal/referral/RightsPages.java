package ma.balagh.portal.referral;

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
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The checklist of rights at arrest, for who is with the arrested or speaks with them by radio. */
@Path("/rights/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.FIELD_UNIT})
class RightsPages {

    private final RightsClient dispatch;
    private final Viewer viewer;

    RightsPages(@RestClient RightsClient dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.viewer = viewer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addPerson(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String minor) {
        dispatch.addPerson(id, IdempotencyKeyFactory.of(key), new RightsClient.NewPerson("true".equals(minor)));
        return back(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{person}")
    public Response tellPerson(
            UUID id, int person, @RestForm @Nullable String minor, @RestForm @Nullable String reason) {
        dispatch.tellPerson(id, person, new RightsClient.Person("true".equals(minor), FormInputParser.text(reason)));
        return back(id);
    }

    /** @param at when it was done, as a phone noted it; nothing where it is told at once */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{person}/{duty}")
    public Response tellDuty(
            UUID id,
            int person,
            RightsResponse.Duty duty,
            @RestForm @Nullable String done,
            @RestForm @Nullable String at,
            @RestForm @Nullable String reason) {
        var command = new RightsClient.Duty(
                "true".equals(done), FormInputParser.timestamp(at, "at"), FormInputParser.text(reason));
        dispatch.tellDuty(id, person, duty.name(), command);
        return back(id);
    }

    private Response back(UUID id) {
        return FlashMessage.RIGHTS_NOTED.then(
                viewer, viewer.has(PortalRoles.DISPATCHER) ? "/incidents/" + id : "/assignment");
    }
}
