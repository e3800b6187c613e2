package ma.balagh.analysis.verdict;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Opening a concluded dossier again. {@code If-Match} is the dossier's tag: withdraw the verdict that you have read. */
@Path("/api/v1/dossiers/{dossierId}/reopening")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.JUDICIAL_OFFICER)
class ReopeningResource {

    private final ReopeningService reopening;
    private final DossierAccess access;
    private final IdempotencyService keys;
    private final Caller caller;
    private final ServiceWorkRunner serviceWork;

    ReopeningResource(
            ReopeningService reopening,
            DossierAccess access,
            IdempotencyService keys,
            Caller caller,
            ServiceWorkRunner serviceWork) {
        this.reopening = reopening;
        this.access = access;
        this.keys = keys;
        this.caller = caller;
        this.serviceWork = serviceWork;
    }

    @POST
    @Operation(
            summary = "Propose to reopen a concluded dossier",
            description = "The verdict stands until another officer confirms.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReopeningView.class)))
    public RestResponse<ReopeningView> propose(UUID dossierId, @Valid ReopenDossier command) {
        return keys.once(command, () -> access.requireVisible(dossierId), () -> {
            Dossier dossier = access.lock(dossierId);
            ReopeningProposal proposal =
                    reopening.propose(dossier, command.reason().strip(), ResponsiblePerson.of(caller));
            // The dossier shows the proposal, which has no address of its own.
            return RestResponse.ResponseBuilder.<ReopeningView>created(URI.create("/api/v1/dossiers/" + dossierId))
                    .entity(ReopeningView.of(proposal))
                    .build();
        });
    }

    @POST
    @Path("{reopeningId}/decision")
    @Operation(summary = "Confirm or refuse the reopening; 403 for the proposer")
    @Parameter(ref = HttpHeaders.IF_MATCH)
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "412", description = "The dossier has changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    public RestResponse<ReopeningView> decide(UUID dossierId, UUID reopeningId, @Valid DecideProposal command) {
        return keys.once(command, () -> access.requireVisible(dossierId), () -> {
            Dossier dossier = access.lockAsRead(dossierId);
            ReopeningProposal proposal = reopening.proposal(dossierId, reopeningId);
            // What its urgency follows from is not all in the caller's sight.
            ReopeningProposal decided = serviceWork.call(() -> reopening.decide(
                    dossier, proposal, command.decision(), command.reason().strip(), ResponsiblePerson.of(caller)));
            return RestResponse.ok(ReopeningView.of(decided));
        });
    }
}
