package ma.balagh.portal.referral;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import ma.balagh.portal.evidence.MediaStreamClient;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The referral file, in the viewer's language, for somebody who said why. */
@Path("/referral-files/{id}")
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.JUDICIAL_OFFICER})
class ReferralPages {

    private final MediaStreamClient stream;
    private final Viewer viewer;
    private final String address;
    private final Duration timeLimit;

    ReferralPages(
            MediaStreamClient stream,
            Viewer viewer,
            @ConfigProperty(name = "quarkus.rest-client.dispatch.url") String address,
            @ConfigProperty(name = "balagh.referral.file-time-limit") Duration timeLimit) {
        this.stream = stream;
        this.viewer = viewer;
        this.address = address;
        this.timeLimit = timeLimit;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, "application/vnd.etsi.asic-e+zip"})
    public Response download(UUID id, @RestForm @Nullable String purpose, @Context HttpHeaders request) {
        String language = viewer.language().code();
        return stream.download(
                address + "/api/v1/incidents/" + id + "/referral-file?lang=" + language,
                ViewingPass.forPurpose(purpose),
                request,
                timeLimit);
    }
}
