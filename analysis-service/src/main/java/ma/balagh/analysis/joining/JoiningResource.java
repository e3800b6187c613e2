package ma.balagh.analysis.joining;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierActView;
import ma.balagh.analysis.dossier.DossierVisibility;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.analysis.verdict.DossierAccess;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Joining, separating and attaching. {@code If-Match} is the tag of the dossier that is addressed: change what you have
 * read.
 */
@Path("/api/v1/dossiers/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
class JoiningResource {

    private final JoiningService joining;
    private final SeparationService separation;
    private final AttachmentService attachment;
    private final DossierAccess access;
    private final IdempotencyService keys;
    private final Caller caller;
    private final ServiceWorkRunner serviceWork;

    JoiningResource(
            JoiningService joining,
            SeparationService separation,
            AttachmentService attachment,
            DossierAccess access,
            IdempotencyService keys,
            Caller caller,
            ServiceWorkRunner serviceWork) {
        this.joining = joining;
        this.separation = separation;
        this.attachment = attachment;
        this.access = access;
        this.keys = keys;
        this.caller = caller;
        this.serviceWork = serviceWork;
    }

    @POST
    @Path("join")
    @RolesAllowed(Roles.ANALYST)
    public RestResponse<DossierActView> join(UUID dossierId, @Valid JoinDossier command) {
        return keys.once(command, () -> access.requireVisible(dossierId), () -> {
            access.lockInOrder(dossierId, command.dossierId());
            Dossier into = access.lock(dossierId);
            into.requireOpen();
            Dossier other = access.other(dossierId, command.dossierId());
            // The whole content of the dossier moves, including rows that the caller does not see.
            DossierAct act = serviceWork.call(() -> joining.join(into, other, Actor.by(caller, command.reason())));
            return RestResponse.ok(DossierActView.of(act));
        });
    }

    @POST
    @Path("separation")
    @RolesAllowed(Roles.ANALYST)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = DossierActView.class)))
    public RestResponse<DossierActView> separate(UUID dossierId, @Valid SeparateEvidence command) {
        return keys.once(command, () -> access.requireVisible(dossierId), () -> {
            Dossier dossier = access.lock(dossierId);
            // The evidence leaves with all reports that brought it.
            DossierAct act = serviceWork.call(() -> separation.separate(
                    dossier, command.evidenceIds(), Actor.by(caller, command.reason()), ReportVisibility.of(caller)));
            return RestResponse.ResponseBuilder.<DossierActView>created(URI.create("/api/v1/dossiers/" + act.otherId()))
                    .entity(DossierActView.of(act))
                    .build();
        });
    }

    /** All of the reports, or none; dossiers that hold nothing else come along with them. */
    @POST
    @Path("reports")
    @RolesAllowed(Roles.ANALYST)
    public RestResponse<DossierActView> attach(UUID dossierId, @Valid AttachReports command) {
        return keys.once(command, () -> access.requireVisible(dossierId), () -> {
            // A report may stand in dossiers that the caller does not see.
            serviceWork.run(() -> attachment.lock(dossierId, command.reportIds()));
            Dossier dossier = access.lock(dossierId);
            DossierAct act = serviceWork.call(() -> attachment.attach(
                    dossier,
                    command.reportIds(),
                    Actor.by(caller, command.reason()),
                    DossierVisibility.of(caller),
                    ReportVisibility.of(caller)));
            return RestResponse.ok(DossierActView.of(act));
        });
    }
}
