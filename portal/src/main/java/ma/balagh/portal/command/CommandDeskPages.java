package ma.balagh.portal.command;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import ma.balagh.portal.ageing.WeeklyAnswersResponse;
import ma.balagh.portal.command.DeskExportClient.DeskExport;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.incident.IncidentRow;
import ma.balagh.portal.incident.IncidentWorklistService;
import ma.balagh.portal.incident.StreamPositionResponse;
import ma.balagh.portal.shell.PortalLanguage;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What a commander sees first, and takes along as a file or on paper. */
@Path("/command-desk")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.COMMANDER)
class CommandDeskPages {

    /** What spreadsheets know UTF-8 by. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CommandDeskService desks;
    private final DispatchClient dispatch;
    private final DeskExportClient exports;
    private final Viewer viewer;
    private final Clock clock;

    CommandDeskPages(
            CommandDeskService desks,
            @RestClient DispatchClient dispatch,
            @RestClient DeskExportClient exports,
            Viewer viewer,
            Clock clock) {
        this.desks = desks;
        this.dispatch = dispatch;
        this.exports = exports;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "command", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommandDeskPage(
            CommandDesk desk,
            @Nullable AnswerChart chart,
            PagePart<List<IncidentRow>> calls,
            PagePart<StreamPositionResponse> position)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "command", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommanderCalls(PagePart<List<IncidentRow>> calls, PagePart<StreamPositionResponse> position)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "command", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommandDeskFile(CommandDesk desk) implements TemplateInstance {}

    /**
     * What {@link DeskPdfWriter} writes.
     *
     * @param page stands for the number of a page
     * @param pages stands for how many there are
     */
    @CheckedTemplate(basePath = "command", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommandDeskSheet(CommandDesk desk, PagePart<List<IncidentRow>> calls, String page, String pages)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        // Before the rest is read, or the browser would miss what changes meanwhile.
        PagePart<StreamPositionResponse> position =
                viewer.usesHtmx() ? PagePart.none() : PagePart.of(dispatch::streamPosition);
        CommandDesk desk = desks.desk(clock.instant());
        WeeklyAnswersResponse answers = desk.answers().orNothing();
        boolean rightToLeft = viewer.language() == PortalLanguage.AR;
        AnswerChart chart = answers == null ? null : AnswerChart.of(answers, rightToLeft);
        return new CommandDeskPage(desk, chart, commanderCalls(), position);
    }

    /** The one part that follows the stream of changes: what is beside it is asked of three services. */
    @GET
    @Path("calls")
    public TemplateInstance calls() {
        return new CommanderCalls(commanderCalls(), PagePart.none());
    }

    private PagePart<List<IncidentRow>> commanderCalls() {
        return PagePart.of(new IncidentWorklistService(dispatch)::commanderCalls);
    }

    /** The figures, in the language of the page; times as ISO 8601 with their zone and lengths in seconds, as programs read them. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response file() {
        exports.note(new DeskExport(DeskExportFormat.CSV));
        String text = BYTE_ORDER_MARK + new CommandDeskFile(desks.desk(clock.instant())).render();
        return attached(text, "text/csv; charset=utf-8", "csv");
    }

    /** What the page shows, on paper, in the language of the page. */
    @GET
    @Path("pdf")
    @Produces("application/pdf")
    public Response sheet() {
        exports.note(new DeskExport(DeskExportFormat.PDF));
        var sheet = new CommandDeskSheet(
                desks.desk(clock.instant()), commanderCalls(), DeskPdfWriter.PAGE, DeskPdfWriter.PAGES);
        var language = viewer.language().code();
        return attached(new DeskPdfWriter(sheet.render(), language, viewer.name()).pdf(), "application/pdf", "pdf");
    }

    private static Response attached(Object file, String type, String extension) {
        return Response.ok(file, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"command-desk." + extension + "\"")
                .build();
    }
}
