package ma.balagh.portal.sending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.incident.IncidentCommands;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a dispatcher does with the units of an incident beside sending them, and with an incident beside ending it. */
@Path("/incidents/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SentUnitPages {

    /** Where a form was sent from. */
    private static final String DESK = "desk";

    private final DispatchClient dispatch;
    private final Viewer viewer;

    SentUnitPages(@RestClient DispatchClient dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.viewer = viewer;
    }

    /** @param incidentId where the unit goes instead, with the tag that it was listed with; nothing when it is free */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("assignments/{assignmentId}/stand-down")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response standDown(
            UUID id,
            UUID assignmentId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String incidentId) {
        String elsewhere = FormInputParser.text(incidentId);
        if (elsewhere == null) {
            dispatch.standDown(
                    assignmentId,
                    IdempotencyKeyFactory.of(key),
                    new IncidentCommands.StandDown(FormInputParser.text(reason)));
            return FlashMessage.UNIT_STOOD_DOWN.then(viewer, "/incidents/" + id);
        }
        var idAndTag = elsewhere.split(" ", 2);
        dispatch.reassign(
                assignmentId,
                IdempotencyKeyFactory.of(key),
                new IncidentCommands.Reassign(
                        idAndTag[0], idAndTag.length == 1 ? null : idAndTag[1], FormInputParser.text(reason)));
        return FlashMessage.UNIT_REASSIGNED.then(viewer, "/incidents/" + id);
    }

    /** The dispatcher heard it by radio. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("assignments/{assignmentId}/assistance")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response askForAssistance(
            UUID id, UUID assignmentId, @RestForm @Nullable String key, @RestForm @Nullable String note) {
        dispatch.askForAssistance(
                assignmentId,
                IdempotencyKeyFactory.of(key),
                new IncidentCommands.AskForAssistance(FormInputParser.text(note), null));
        return FlashMessage.ASSISTANCE_ASKED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("planned-units")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response plan(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String unitId,
            @RestForm @Nullable String role,
            @RestForm @Nullable String from) {
        dispatch.plan(
                id,
                IdempotencyKeyFactory.of(key),
                new IncidentCommands.Plan(FormInputParser.text(unitId), FormInputParser.text(role)));
        return FlashMessage.UNIT_PLANNED.then(viewer, back(id, from));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("planned-units/{unitId}/withdrawal")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response withdrawPlan(UUID id, UUID unitId, @RestForm @Nullable String from) {
        dispatch.withdrawPlan(id, unitId);
        return FlashMessage.PLAN_WITHDRAWN.then(viewer, back(id, from));
    }

    private static String back(UUID id, @Nullable String from) {
        return DESK.equals(from) ? "/incidents?chosen=" + id : "/incidents/" + id;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("reopening")
    @RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.JUDICIAL_OFFICER})
    public Response reopen(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        dispatch.reopen(id, IdempotencyKeyFactory.of(key), new IncidentCommands.Reopen(FormInputParser.text(reason)));
        return FlashMessage.INCIDENT_REOPENED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("classification")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response classify(
            UUID id,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String type,
            @RestForm @Nullable String alarmLevel,
            @RestForm @Nullable String note) {
        dispatch.classify(
                id,
                FormInputParser.text(tag),
                new IncidentCommands.Classify(
                        FormInputParser.text(type),
                        FormInputParser.wholeNumber(alarmLevel, "alarmLevel"),
                        FormInputParser.text(note)));
        return FlashMessage.INCIDENT_CLASSIFIED.then(viewer, "/incidents/" + id);
    }
}
