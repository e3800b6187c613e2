package ma.balagh.portal.incident;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.Done;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.OnceKey;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.Part;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The dispatcher's desk: what waits for a unit, which one to send, and what became of it. */
@Path("/incidents")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER})
class IncidentPages {

    private static final int PAGE_SIZE = 40;
    private static final int UNITS = 100;

    private final DispatchService dispatch;
    private final Viewer viewer;

    IncidentPages(@RestClient DispatchService dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IncidentList(Items<IncidentRow> incidents, IncidentFilter filter, Part<Items<Unit>> units, IncidentMap map)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IncidentPage(Incident incident, Part<Items<Recommendation>> recommendations, IncidentDesk desk)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        boolean sends = viewer.has(Roles.DISPATCHER);
        IncidentFilter filter = IncidentFilter.of(state, cursor, sends);
        Part<Items<Unit>> units = sends ? Part.of(() -> dispatch.units(UNITS)) : Part.none();
        Items<IncidentRow> incidents = incidents(filter);
        List<Unit> patrols = units.isPresent() ? units.value().items() : List.of();
        return new IncidentList(incidents, filter, units, IncidentMap.of(incidents.items(), patrols));
    }

    private Items<IncidentRow> incidents(IncidentFilter filter) {
        if (filter.unfinished()) {
            return new IncidentReader(dispatch).unfinished();
        }
        return filter.isWaiting()
                ? new IncidentReader(dispatch).waiting()
                : dispatch.incidents(filter.stateName(), filter.cursor(), PAGE_SIZE);
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        RestResponse<Incident> answer = dispatch.incidentTagged(id);
        Incident incident = answer.getEntity();
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        Part<Items<Recommendation>> recommendations = incident.isWaiting() && viewer.has(Roles.DISPATCHER)
                ? Part.of(() -> dispatch.recommendations(id))
                : Part.none();
        return new IncidentPage(incident, recommendations, IncidentDesk.of(incident, tag, viewer));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/assignments")
    @RolesAllowed(Roles.DISPATCHER)
    public Response assign(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String unitId) {
        dispatch.assign(id, Input.text(tag), OnceKey.of(key), new IncidentCommands.Assign(Input.text(unitId)));
        return Done.UNIT_ASSIGNED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/assignments/{assignmentId}/progress")
    @RolesAllowed(Roles.DISPATCHER)
    public Response progress(
            UUID id,
            UUID assignmentId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String status,
            @RestForm @Nullable String note) {
        var command = new IncidentCommands.Progress(Input.text(status), Input.text(note));
        dispatch.progress(assignmentId, OnceKey.of(key), command);
        return Done.PROGRESS_NOTED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/outcome")
    @RolesAllowed({Roles.DISPATCHER, Roles.JUDICIAL_OFFICER})
    public Response resolve(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String persons,
            @RestForm @Nullable String note) {
        var command =
                new IncidentCommands.Resolve(Input.text(kind), Input.wholeNumber(persons, "persons"), Input.text(note));
        dispatch.resolve(id, OnceKey.of(key), command);
        return Done.OUTCOME_NOTED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/referral")
    @RolesAllowed({Roles.DISPATCHER, Roles.JUDICIAL_OFFICER})
    public Response refer(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String court,
            @RestForm @Nullable String reference,
            @RestForm @Nullable String at) {
        var command = new IncidentCommands.Refer(Input.text(court), Input.text(reference), Input.moment(at, "at"));
        dispatch.refer(id, OnceKey.of(key), command);
        return Done.REFERRAL_NOTED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.DISPATCHER)
    public Response cancel(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String note) {
        dispatch.cancel(id, OnceKey.of(key), new IncidentCommands.Cancel(Input.text(note)));
        return Done.INCIDENT_CANCELLED.then(viewer, "/incidents/" + id);
    }
}
