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
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
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

    AgeingPages(@RestClient AgeingClient intake) {
        this.intake = intake;
    }

    @CheckedTemplate(basePath = "ageing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AgeingPage(PagePart<AgeingResponse> ageing, ResponsePage<UnansweredResponse> reports, AgeingFilter filter)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("from") @Nullable String from,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("cursor") @Nullable String cursor) {
        AgeingFilter filter = AgeingFilter.of(from, jurisdiction, cursor);
        return new AgeingPage(
                PagePart.of(intake::ageing),
                intake.unanswered(filter.jurisdiction(), filter.olderThan(), filter.cursor(), PAGE_SIZE),
                filter);
    }
}
