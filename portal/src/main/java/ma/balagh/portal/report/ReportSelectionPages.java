package ma.balagh.portal.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What is done with many reports at once; the services say who may, and do it with all of them or none. */
@Path("/reports/selection")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.INTAKE_OFFICER, PortalRoles.ANALYST})
class ReportSelectionPages {

    private final ReportClient intake;
    private final AttachmentClient analysis;
    private final Viewer viewer;

    ReportSelectionPages(@RestClient ReportClient intake, @RestClient AttachmentClient analysis, Viewer viewer) {
        this.intake = intake;
        this.analysis = analysis;
        this.viewer = viewer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response treat(@BeanParam ReportSelection selection) {
        try {
            return switch (selection.chosen()) {
                case ATTACH -> attach(selection);
                case SET_ASIDE, NO_RECORDING -> answer(selection);
            };
        } catch (ServiceProblemException problem) {
            throw selection.byReceipt(problem);
        }
    }

    private Response attach(ReportSelection selection) {
        var command = new AttachmentClient.Attach(selection.ids(), FormInputParser.text(selection.reason()));
        analysis.attach(selection.dossierId(), IdempotencyKeyFactory.of(selection.key()), command);
        return FlashMessage.REPORTS_ATTACHED.then(viewer, "/dossiers/" + selection.dossierId());
    }

    private Response answer(ReportSelection selection) {
        var command = new ReportClient.AnswerAll(
                selection.chosen().name(), selection.ids(), FormInputParser.text(selection.reason()));
        intake.answer(IdempotencyKeyFactory.of(selection.key()), command);
        return FlashMessage.REPORTS_ANSWERED.then(viewer, "/reports");
    }
}
