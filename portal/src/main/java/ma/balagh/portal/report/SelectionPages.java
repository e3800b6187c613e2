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
import ma.balagh.portal.shell.Done;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.OnceKey;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ServiceProblem;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What is done with many reports at once; the services say who may, and do it with all of them or none. */
@Path("/reports/selection")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Roles.INTAKE_OFFICER, Roles.ANALYST})
class SelectionPages {

    private final ReportService intake;
    private final AttachmentService analysis;
    private final Viewer viewer;

    SelectionPages(@RestClient ReportService intake, @RestClient AttachmentService analysis, Viewer viewer) {
        this.intake = intake;
        this.analysis = analysis;
        this.viewer = viewer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response treat(@BeanParam Selection selection) {
        try {
            return switch (selection.chosen()) {
                case ATTACH -> attach(selection);
                case SET_ASIDE, NO_RECORDING -> answer(selection);
            };
        } catch (ServiceProblem problem) {
            throw selection.byReceipt(problem);
        }
    }

    private Response attach(Selection selection) {
        var command = new AttachmentService.Attach(selection.ids(), Input.text(selection.reason()));
        analysis.attach(selection.dossierId(), OnceKey.of(selection.key()), command);
        return Done.REPORTS_ATTACHED.then(viewer, "/dossiers/" + selection.dossierId());
    }

    private Response answer(Selection selection) {
        var command =
                new ReportService.AnswerAll(selection.chosen().name(), selection.ids(), Input.text(selection.reason()));
        intake.answer(OnceKey.of(selection.key()), command);
        return Done.REPORTS_ANSWERED.then(viewer, "/reports");
    }
}
