package ma.balagh.portal.referral;

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
import java.util.UUID;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What courts decided after a referral: beside the verdict for who judged it, and for who may tell a further decision. */
@Path("/court-decisions/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
    PortalRoles.DISPATCHER,
    PortalRoles.COMMANDER,
    PortalRoles.JUDICIAL_OFFICER,
    PortalRoles.ANALYST,
    PortalRoles.AUDITOR
})
class CourtDecisionPages {

    private final CourtDecisionClient dispatch;
    private final Viewer viewer;

    CourtDecisionPages(@RestClient CourtDecisionClient dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "referral", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CourtDecisionPage(UUID incidentId, CourtDecisionResponse.All decisions, boolean tells)
            implements TemplateInstance {}

    @GET
    public TemplateInstance read(UUID id) {
        return new CourtDecisionPage(id, dispatch.decisions(id), viewer.has(PortalRoles.JUDICIAL_OFFICER));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(PortalRoles.JUDICIAL_OFFICER)
    public Response tell(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String court,
            @RestForm @Nullable String reference,
            @RestForm @Nullable String decidedAt,
            @RestForm @Nullable String summary) {
        var decision = new CourtDecisionClient.Decision(
                FormInputParser.text(kind),
                FormInputParser.text(court),
                FormInputParser.text(reference),
                FormInputParser.moment(decidedAt, "decidedAt"),
                FormInputParser.text(summary));
        dispatch.tell(id, IdempotencyKeyFactory.of(key), decision);
        return FlashMessage.DECISION_NOTED.then(viewer, "/court-decisions/" + id);
    }
}
