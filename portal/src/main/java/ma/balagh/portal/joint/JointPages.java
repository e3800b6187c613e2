package ma.balagh.portal.joint;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** All incidents that wait and all idle units at once: who should go where, and who should move up. */
@Path("/incidents/joint")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER})
class JointPages {

    private final JointClient dispatch;
    private final Viewer viewer;

    JointPages(@RestClient JointClient dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "joint", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record JointPage(JointAssignmentResponse joint, PagePart<ResponsePage<MoveUpResponse>> moveUps, boolean mayAssign)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new JointPage(
                dispatch.jointAssignment(), PagePart.of(dispatch::moveUps), viewer.has(PortalRoles.DISPATCHER));
    }
}
