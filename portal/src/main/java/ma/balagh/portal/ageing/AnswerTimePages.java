package ma.balagh.portal.ageing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What is behind the share that was answered in time: which territories, and which reports. */
@Path("/answer-times")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER, PortalRoles.AUDITOR})
class AnswerTimePages {

    private static final int MOST = 100;

    private final AgeingClient intake;
    private final Clock clock;

    AnswerTimePages(@RestClient AgeingClient intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** @param territories of all; the list below is of the chosen one */
    @CheckedTemplate(basePath = "ageing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AnswerTimePage(
            PagePart<AnswerTimesResponse> territories,
            List<AnswerTimeResponse> reports,
            AnswerTimeFilter filter,
            int most)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("week") @Nullable String week,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("fate") @Nullable String fate) {
        var filter = AnswerTimeFilter.of(week, jurisdiction, fate);
        var now = clock.instant();
        var from = filter.from(now).toString();
        var to = filter.to(now).toString();
        var reports = intake.answerTimes(from, to, filter.jurisdiction(), filter.fate(), MOST);
        return new AnswerTimePage(
                PagePart.of(() -> intake.answersByTerritory(from, to)), reports.items(), filter, MOST);
    }
}
