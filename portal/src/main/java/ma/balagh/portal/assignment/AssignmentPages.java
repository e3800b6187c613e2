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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.incident.IncidentCommands;
import ma.balagh.portal.incident.IncidentResponse;
import ma.balagh.portal.incident.IncidentRow;
import ma.balagh.portal.incident.StreamPositionResponse;
import ma.balagh.portal.patrol.CrewVisitClient;
import ma.balagh.portal.patrol.CrewVisitsResponse;
import ma.balagh.portal.referral.RightsClient;
import ma.balagh.portal.referral.RightsResponse;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.unit.RosterClient;
import ma.balagh.portal.unit.UnitDetailResponse;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The pages of field units: dispatch shows a unit its own incidents only, and at most one is active. */
@Path("/assignment")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.FIELD_UNIT)
class AssignmentPages {

    /** The states in which a unit is on an incident. */
    private static final List<IncidentResponse.State> ATTENDED =
            List.of(IncidentResponse.State.ASSIGNED, IncidentResponse.State.EN_ROUTE, IncidentResponse.State.ON_SCENE);

    private static final int MOST = 20;
    /** How long a crew tells what it did for people whom it arrested: as long as one that helped out sees the incident. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private static final int MOST_EARLIER = 5;

    /** How long a crew is told why it was called back. */
    private static final Duration TOLD = Duration.ofMinutes(15);

    private final DispatchClient dispatch;
    private final RosterClient roster;
    private final RightsClient rights;
    private final CrewVisitClient visits;
    private final Viewer viewer;
    private final Clock clock;

    AssignmentPages(
            @RestClient DispatchClient dispatch,
            @RestClient RosterClient roster,
            @RestClient RightsClient rights,
            @RestClient CrewVisitClient visits,
            Viewer viewer,
            Clock clock) {
        this.dispatch = dispatch;
        this.roster = roster;
        this.rights = rights;
        this.visits = visits;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AssignmentPage(
            @Nullable IncidentResponse incident,
            @Nullable IncidentResponse left,
            @Nullable UnitDetailResponse unit,
            PagePart<RightsResponse.Panel> rights,
            PagePart<List<EarlierIncident>> earlier,
            PagePart<CrewVisitsResponse> visits,
            PagePart<StreamPositionResponse> position)
            implements TemplateInstance {}

    @GET
    public TemplateInstance current() {
        // Before the rest is read, or the browser would miss what changes meanwhile.
        PagePart<StreamPositionResponse> position =
                viewer.usesHtmx() ? PagePart.none() : PagePart.of(dispatch::streamPosition);
        IncidentResponse current = assigned();
        List<IncidentRow> known =
                dispatch.incidents(List.of(), null, null, null, MOST).items();
        return new AssignmentPage(
                current,
                current == null ? calledBack(known) : null,
                own(),
                arrested(current),
                PagePart.of(() -> earlier(known)),
                PagePart.of(visits::own),
                position);
    }

    /** What the unit was called back from a moment ago, where that is the last it did. */
    private @Nullable IncidentResponse calledBack(List<IncidentRow> known) {
        Instant since = clock.instant().minus(TOLD);
        return known.stream()
                .max(Comparator.comparing(IncidentRow::leftAt))
                .filter(row -> row.isCalledBackSince(since))
                .map(row -> dispatch.incident(row.id()))
                .orElse(null);
    }

    /** Where it was on the scene and is no more, the last first. */
    private List<EarlierIncident> earlier(List<IncidentRow> known) {
        Instant since = clock.instant().minus(AFTERWARDS);
        return known.stream()
                .filter(row -> row.assignments().isEmpty() && row.leftAt().isAfter(since))
                .sorted(Comparator.comparing(IncidentRow::leftAt).reversed())
                .limit(MOST_EARLIER)
                .map(row -> dispatch.incident(row.id()))
                .filter(IncidentResponse::mayHaveArrests)
                .map(incident -> EarlierIncident.of(incident, rights.rights(incident.id())))
                .toList();
    }

    private PagePart<RightsResponse.Panel> arrested(@Nullable IncidentResponse current) {
        return current != null && current.mayHaveArrests()
                ? PagePart.of(
                        () -> new RightsResponse.Panel(rights.rights(current.id()), current.id(), true, true, true, ""))
                : PagePart.none();
    }

    /** The unit that the crew is, whatever it does. */
    private @Nullable UnitDetailResponse own() {
        List<UnitDetailResponse> found =
                PagePart.of(() -> roster.list(null, null, 1).items()).orNothing();
        return found == null || found.isEmpty() ? null : found.getFirst();
    }

    private @Nullable IncidentResponse assigned() {
        return dispatch.incidents(ATTENDED, null, null, null, MOST).items().stream()
                .filter(row -> !row.assignments().isEmpty())
                .map(row -> dispatch.incident(row.id()))
                // Without one, another unit is on it by now.
                .filter(incident -> incident.own() != null)
                .findFirst()
                .orElse(null);
    }

    /** @param at when a phone that had no network noted it; nothing where it is told at once */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{assignmentId}/assistance")
    public Response askForAssistance(
            UUID assignmentId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String note,
            @RestForm @Nullable String at) {
        var command =
                new IncidentCommands.AskForAssistance(FormInputParser.text(note), FormInputParser.timestamp(at, "at"));
        dispatch.askForAssistance(assignmentId, IdempotencyKeyFactory.of(key), command);
        return FlashMessage.ASSISTANCE_ASKED.then(viewer, "/assignment");
    }

    /** @param at when a phone that had no network noted it; nothing where it is told at once */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{assignmentId}/progress")
    public Response progress(
            UUID assignmentId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String status,
            @RestForm @Nullable String note,
            @RestForm @Nullable String at) {
        var command = new IncidentCommands.Progress(
                FormInputParser.text(status), FormInputParser.text(note), FormInputParser.timestamp(at, "at"));
        dispatch.progress(assignmentId, IdempotencyKeyFactory.of(key), command);
        return FlashMessage.PROGRESS_NOTED.then(viewer, "/assignment");
    }
}
