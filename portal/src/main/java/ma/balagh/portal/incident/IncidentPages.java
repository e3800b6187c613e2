package ma.balagh.portal.incident;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.portal.referral.OutcomeForm;
import ma.balagh.portal.referral.RightsClient;
import ma.balagh.portal.referral.RightsResponse;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.CallExecutor;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The dispatcher's desk: what waits for a unit, which one to send, and what became of it. */
@Path("/incidents")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.JUDICIAL_OFFICER})
class IncidentPages {

    private static final int PAGE_SIZE = 40;
    /** Where a form was sent from. */
    private static final String DESK = "desk";
    /** What a page says that it has already, and that did not change since. */
    private static final String UNITS = "units";

    private final DispatchClient dispatch;
    private final CallExecutor calls;
    private final RightsClient rights;
    private final Viewer viewer;
    private final Clock clock;

    IncidentPages(
            @RestClient DispatchClient dispatch,
            CallExecutor calls,
            @RestClient RightsClient rights,
            Viewer viewer,
            Clock clock) {
        this.dispatch = dispatch;
        this.calls = calls;
        this.rights = rights;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IncidentList(
            ResponsePage<IncidentRow> incidents,
            IncidentFilter filter,
            PagePart<ResponsePage<UnitResponse>> units,
            boolean keepsUnits,
            IncidentMap map,
            @Nullable ChosenIncident chosen,
            DeskAbilities abilities,
            PagePart<StreamPositionResponse> position)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Choice(ChosenIncident chosen) implements TemplateInstance {}

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IncidentPage(
            IncidentResponse incident,
            PagePart<ResponsePage<RecommendationResponse>> recommendations,
            PagePart<RightsResponse.Panel> rights,
            IncidentPermissions desk,
            PagePart<List<IncidentRow>> others,
            PagePart<StreamPositionResponse> position)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("chosen") @Nullable UUID chosen,
            @HeaderParam("Live-Unchanged") @Nullable String unchanged) {
        PagePart<StreamPositionResponse> position = position();
        boolean sends = viewer.has(PortalRoles.DISPATCHER);
        boolean keepsUnits = UNITS.equals(unchanged);
        IncidentFilter filter = IncidentFilter.of(state, cursor, chosen, sends);
        Supplier<PagePart<ResponsePage<UnitResponse>>> units =
                sends && !keepsUnits ? calls.startPart(new IncidentWorklistService(dispatch)::units) : PagePart::none;
        Supplier<ResponsePage<IncidentRow>> incidents = calls.start(() -> incidents(filter));
        ChosenIncident beside = filter.chosen() == null ? null : chosen(filter.chosen());
        List<UnitResponse> patrols =
                units.get().isPresent() ? units.get().value().items() : List.of();
        return new IncidentList(
                incidents.get(),
                filter,
                units.get(),
                keepsUnits,
                IncidentMap.of(incidents.get().items(), patrols),
                beside,
                DeskAbilities.of(viewer, clock.instant()),
                position);
    }

    /** From where the browser follows; before anything else is read, or it would miss what changes meanwhile. */
    private PagePart<StreamPositionResponse> position() {
        return viewer.usesHtmx() || !viewer.hasAny(PortalRoles.DISPATCHER, PortalRoles.COMMANDER)
                ? PagePart.none()
                : PagePart.of(dispatch::streamPosition);
    }

    private ResponsePage<IncidentRow> incidents(IncidentFilter filter) {
        if (filter.isByUrgency()) {
            var worklist = new IncidentWorklistService(dispatch);
            return filter.isWaiting() ? worklist.waiting() : worklist.in(filter.wanted());
        }
        return dispatch.incidents(filter.wanted(), filter.withRights(), filter.overdue(), filter.cursor(), PAGE_SIZE);
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        PagePart<StreamPositionResponse> position = position();
        ChosenIncident chosen = chosen(id);
        IncidentResponse incident = chosen.incident();
        PagePart<RightsResponse.Panel> arrested =
                incident.mayHaveArrests() ? PagePart.of(() -> rights(incident)) : PagePart.none();
        PagePart<List<IncidentRow>> others = chosen.desk().mayProgress()
                ? PagePart.of(() -> new IncidentWorklistService(dispatch).others(id))
                : PagePart.none();
        return new IncidentPage(incident, chosen.recommendations(), arrested, chosen.desk(), others, position);
    }

    /** What the desk shows of an incident that is chosen on it. */
    @GET
    @Path("{id}/choice")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public TemplateInstance choose(UUID id) {
        return new Choice(chosen(id));
    }

    private ChosenIncident chosen(UUID id) {
        Supplier<PagePart<ResponsePage<RecommendationResponse>>> recommendations = viewer.has(PortalRoles.DISPATCHER)
                ? calls.startPart(() -> dispatch.recommendations(id))
                : PagePart::none;
        RestResponse<IncidentResponse> answer = dispatch.incidentTagged(id);
        IncidentResponse incident = answer.getEntity();
        return new ChosenIncident(
                incident,
                incident.isUnderWay() ? recommendations.get() : PagePart.none(),
                IncidentPermissions.of(incident, answer.getHeaderString(HttpHeaders.ETAG), viewer));
    }

    private RightsResponse.Panel rights(IncidentResponse incident) {
        return new RightsResponse.Panel(
                rights.rights(incident.id()),
                incident.id(),
                viewer.has(PortalRoles.DISPATCHER),
                incident.outcome() == null,
                false,
                "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/assignments")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response assign(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String unitId,
            @RestForm @Nullable String role,
            @RestForm @Nullable String from) {
        dispatch.assign(
                id,
                FormInputParser.text(tag),
                IdempotencyKeyFactory.of(key),
                new IncidentCommands.Assign(FormInputParser.text(unitId), FormInputParser.text(role)));
        boolean onDesk = DESK.equals(from);
        return FlashMessage.UNIT_ASSIGNED.then(viewer, onDesk ? "/incidents?chosen=" + id : "/incidents/" + id);
    }

    /** @param at when a dispatcher heard that it was done; nothing for now */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/assignments/{assignmentId}/progress")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response progress(
            UUID id,
            UUID assignmentId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String status,
            @RestForm @Nullable String note,
            @RestForm @Nullable String at) {
        var command = new IncidentCommands.Progress(
                FormInputParser.text(status), FormInputParser.text(note), FormInputParser.moment(at, "at"));
        dispatch.progress(assignmentId, IdempotencyKeyFactory.of(key), command);
        return FlashMessage.PROGRESS_NOTED.then(viewer, "/incidents/" + id + "?of=" + assignmentId);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/outcome")
    @RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.JUDICIAL_OFFICER})
    public Response resolve(UUID id, @BeanParam OutcomeForm form) {
        dispatch.resolve(id, IdempotencyKeyFactory.of(form.key()), form.told());
        return FlashMessage.OUTCOME_NOTED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/outcome/corrections")
    @RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.JUDICIAL_OFFICER})
    public Response correct(UUID id, @BeanParam OutcomeForm form) {
        dispatch.correct(id, FormInputParser.text(form.tag()), IdempotencyKeyFactory.of(form.key()), form.correction());
        return FlashMessage.OUTCOME_CORRECTED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/referral")
    @RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.JUDICIAL_OFFICER})
    public Response refer(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String court,
            @RestForm @Nullable String reference,
            @RestForm @Nullable String at) {
        var command = new IncidentCommands.Refer(
                FormInputParser.text(court), FormInputParser.text(reference), FormInputParser.moment(at, "at"));
        dispatch.refer(id, IdempotencyKeyFactory.of(key), command);
        return FlashMessage.REFERRAL_NOTED.then(viewer, "/incidents/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/cancellation")
    @RolesAllowed(PortalRoles.DISPATCHER)
    public Response cancel(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String note) {
        dispatch.cancel(id, IdempotencyKeyFactory.of(key), new IncidentCommands.Cancel(FormInputParser.text(note)));
        return FlashMessage.INCIDENT_CANCELLED.then(viewer, "/incidents/" + id);
    }
}
