package ma.balagh.portal.dossier;

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
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.evidence.MediaStreamClient;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What is done to a dossier as a whole: joined, separated, opened again, printed. */
@Path("/dossiers/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
    PortalRoles.ANALYST,
    PortalRoles.JUDICIAL_OFFICER,
    PortalRoles.COMMANDER,
    PortalRoles.AUDITOR,
    PortalRoles.INTERNAL_AFFAIRS
})
class DossierActPages {

    private final AnalysisClient analysis;
    private final MediaStreamClient stream;
    private final Viewer viewer;
    private final String address;
    private final Duration reportTimeLimit;

    DossierActPages(
            @RestClient AnalysisClient analysis,
            MediaStreamClient stream,
            Viewer viewer,
            @ConfigProperty(name = "quarkus.rest-client.analysis.url") String address,
            @ConfigProperty(name = "balagh.dossier.report-time-limit") Duration reportTimeLimit) {
        this.analysis = analysis;
        this.stream = stream;
        this.viewer = viewer;
        this.address = address;
        this.reportTimeLimit = reportTimeLimit;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("join")
    @RolesAllowed(PortalRoles.ANALYST)
    public Response join(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String dossierId,
            @RestForm @Nullable String reason) {
        var command = new DossierCommands.Join(FormInputParser.text(dossierId), FormInputParser.text(reason));
        analysis.join(id, FormInputParser.text(tag), IdempotencyKeyFactory.of(key), command);
        return FlashMessage.DOSSIER_JOINED.then(viewer, "/dossiers/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("separation")
    @RolesAllowed(PortalRoles.ANALYST)
    public Response separate(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm List<String> evidenceIds,
            @RestForm @Nullable String reason) {
        var command = new DossierCommands.Separate(evidenceIds, FormInputParser.text(reason));
        String location = analysis.separate(id, FormInputParser.text(tag), IdempotencyKeyFactory.of(key), command)
                .getHeaderString(HttpHeaders.LOCATION);
        UUID own = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        return FlashMessage.EVIDENCE_SEPARATED.then(viewer, "/dossiers/" + own);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("reopening")
    @RolesAllowed(PortalRoles.JUDICIAL_OFFICER)
    public Response reopen(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String reason) {
        analysis.reopen(
                id,
                FormInputParser.text(tag),
                IdempotencyKeyFactory.of(key),
                new DossierCommands.Reopen(FormInputParser.text(reason)));
        return FlashMessage.REOPENING_PROPOSED.then(viewer, "/dossiers/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("reopening/{reopeningId}/decision")
    @RolesAllowed(PortalRoles.JUDICIAL_OFFICER)
    public Response decideReopening(
            UUID id,
            UUID reopeningId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String reason) {
        var choice = new VerdictCommands.Decide(FormInputParser.text(decision), FormInputParser.text(reason));
        analysis.decideReopening(id, reopeningId, FormInputParser.text(tag), IdempotencyKeyFactory.of(key), choice);
        boolean confirmed = DossierResponse.Choice.CONFIRM.name().equals(decision);
        return (confirmed ? FlashMessage.DOSSIER_REOPENED : FlashMessage.REOPENING_REFUSED)
                .then(viewer, "/dossiers/" + id);
    }

    /** The expertise report in the viewer's language, for somebody who said why. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("report")
    @Produces({MediaType.TEXT_HTML, "application/pdf"})
    public Response report(UUID id, @RestForm @Nullable String purpose, @Context HttpHeaders request) {
        String language = viewer.language().code();
        return stream.download(
                address + "/api/v1/dossiers/" + id + "/report.pdf?lang=" + language,
                ViewingPass.forPurpose(purpose),
                request,
                reportTimeLimit);
    }
}
