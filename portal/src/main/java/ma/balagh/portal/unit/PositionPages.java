package ma.balagh.portal.unit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PortalRoles;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Passes on where a unit's phone is, while its crew wants that. */
@Path("/positions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.FIELD_UNIT)
class PositionPages {

    private final RosterClient roster;

    PositionPages(@RestClient RosterClient roster) {
        this.roster = roster;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{unitId}")
    public void report(
            UUID unitId,
            @RestForm @Nullable String latitude,
            @RestForm @Nullable String longitude,
            @RestForm @Nullable String at,
            @RestForm @Nullable String heading,
            @RestForm @Nullable String speed,
            @RestForm @Nullable String accuracy) {
        roster.moveTo(
                unitId,
                new RosterClient.Place(
                        FormInputParser.number(latitude, "latitude"),
                        FormInputParser.number(longitude, "longitude"),
                        FormInputParser.timestamp(at, "at"),
                        FormInputParser.number(heading, "heading"),
                        FormInputParser.number(speed, "speed"),
                        FormInputParser.number(accuracy, "accuracy")));
    }
}
