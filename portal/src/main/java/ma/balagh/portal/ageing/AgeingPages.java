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
import java.util.List;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What has no answer yet, by age, oldest first. */
@Path("/ageing")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER, PortalRoles.AUDITOR})
class AgeingPages {

    private static final int PAGE_SIZE = 40;

    private final AgeingClient intake;
    private final AwaitedStepService steps;

    AgeingPages(@RestClient AgeingClient intake, AwaitedStepService steps) {
        this.intake = intake;
        this.steps = steps;
    }

    @CheckedTemplate(basePath = "ageing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AgeingPage(
            PagePart<AgeingResponse> ageing,
            List<AwaitedReport> reports,
            @Nullable String next,
            AgeingFilter filter) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("from") @Nullable String from,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("cursor") @Nullable String cursor) {
        AgeingFilter filter = AgeingFilter.of(from, jurisdiction, cursor);
        var reports = intake.unanswered(filter.jurisdiction(), filter.olderThan(), filter.cursor(), PAGE_SIZE);
        return new AgeingPage(PagePart.of(intake::ageing), steps.awaited(reports.items()), reports.next(), filter);
    }
}
