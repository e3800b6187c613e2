package ma.balagh.portal.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.ResponsePage;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of one service at a time. Each look is an entry of it, so that the page does not refresh itself. Who is
 * nothing but data protection officer is led to no record.
 */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.AUDITOR, PortalRoles.DATA_PROTECTION_OFFICER})
class AuditPages {

    private final AuditTrailReader trails;
    private final Viewer viewer;

    AuditPages(AuditTrailReader trails, Viewer viewer) {
        this.trails = trails;
        this.viewer = viewer;
    }

    /** @param entries nothing where the service did not answer with some */
    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuditPage(AuditTrailFilter filter, @Nullable ResponsePage<AuditRow> entries, FormRefusal refusal)
            implements TemplateInstance {}

    @GET
    public Response show(@BeanParam AuditTrailFilter filter) {
        return FormSubmission.of(
                AuditTrailFilter.FIELDS,
                () -> Response.ok(new AuditPage(filter, entries(filter), FormRefusal.NONE).render())
                        .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                        .build(),
                refusal -> new AuditPage(filter, null, refusal));
    }

    private ResponsePage<AuditRow> entries(AuditTrailFilter filter) {
        ResponsePage<AuditEntryResponse> page = trails.read(filter);
        List<AuditRow> rows =
                page.items().stream().map(entry -> AuditRow.of(entry, viewer)).toList();
        return new ResponsePage<>(rows, page.next());
    }
}
