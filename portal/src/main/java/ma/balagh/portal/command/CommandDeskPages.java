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
import ma.balagh.portal.ageing.WeeklyAnswersResponse;
import ma.balagh.portal.shell.PortalLanguage;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
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
    private final Viewer viewer;
    private final Clock clock;

    CommandDeskPages(CommandDeskService desks, Viewer viewer, Clock clock) {
        this.desks = desks;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "command", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommandDeskPage(CommandDesk desk, @Nullable AnswerChart chart) implements TemplateInstance {}

    @CheckedTemplate(basePath = "command", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommandDeskFile(CommandDesk desk) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        CommandDesk desk = desks.desk(clock.instant());
        WeeklyAnswersResponse answers = desk.answers().orNothing();
        boolean rightToLeft = viewer.language() == PortalLanguage.AR;
        return new CommandDeskPage(desk, answers == null ? null : AnswerChart.of(answers, rightToLeft));
    }

    /** The figures, in the language of the page; times in UTC and lengths in seconds, as programs read them. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response file() {
        String text = BYTE_ORDER_MARK + new CommandDeskFile(desks.desk(clock.instant())).render();
        return Response.ok(text, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"command-desk.csv\"")
                .build();
    }
}
