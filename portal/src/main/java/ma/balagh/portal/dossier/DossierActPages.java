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
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.evidence.MediaStream;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.Done;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.OnceKey;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What is done to a dossier as a whole: joined, separated, opened again, printed. */
@Path("/dossiers/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR, Roles.INTERNAL_AFFAIRS})
class DossierActPages {

    private final AnalysisService analysis;
    private final MediaStream stream;
    private final Viewer viewer;
    private final String address;

    DossierActPages(
            @RestClient AnalysisService analysis,
            MediaStream stream,
            Viewer viewer,
            @ConfigProperty(name = "quarkus.rest-client.analysis.url") String address) {
        this.analysis = analysis;
        this.stream = stream;
        this.viewer = viewer;
        this.address = address;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("join")
    @RolesAllowed(Roles.ANALYST)
    public Response join(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String dossierId,
            @RestForm @Nullable String reason) {
        var command = new DossierCommands.Join(Input.text(dossierId), Input.text(reason));
        analysis.join(id, Input.text(tag), OnceKey.of(key), command);
        return Done.DOSSIER_JOINED.then(viewer, "/dossiers/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("separation")
    @RolesAllowed(Roles.ANALYST)
    public Response separate(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm List<String> evidenceIds,
            @RestForm @Nullable String reason) {
        var command = new DossierCommands.Separate(evidenceIds, Input.text(reason));
        String location =
                analysis.separate(id, Input.text(tag), OnceKey.of(key), command).getHeaderString(HttpHeaders.LOCATION);
        UUID own = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        return Done.EVIDENCE_SEPARATED.then(viewer, "/dossiers/" + own);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("reopening")
    @RolesAllowed(Roles.JUDICIAL_OFFICER)
    public Response reopen(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String reason) {
        analysis.reopen(id, Input.text(tag), OnceKey.of(key), new DossierCommands.Reopen(Input.text(reason)));
        return Done.REOPENING_PROPOSED.then(viewer, "/dossiers/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("reopening/{reopeningId}/decision")
    @RolesAllowed(Roles.JUDICIAL_OFFICER)
    public Response decideReopening(
            UUID id,
            UUID reopeningId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String reason) {
        var choice = new VerdictCommands.Decide(Input.text(decision), Input.text(reason));
        analysis.decideReopening(id, reopeningId, Input.text(tag), OnceKey.of(key), choice);
        boolean confirmed = Dossier.Choice.CONFIRM.name().equals(decision);
        return (confirmed ? Done.DOSSIER_REOPENED : Done.REOPENING_REFUSED).then(viewer, "/dossiers/" + id);
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
                request);
    }
}
