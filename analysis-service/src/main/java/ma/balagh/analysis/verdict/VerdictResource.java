package ma.balagh.analysis.verdict;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Proposing a verdict, and deciding on one. {@code If-Match} is the dossier's tag: judge what you have read. */
@Path("/api/v1/dossiers/{dossierId}/verdict-proposals")
@Produces(MediaType.APPLICATION_JSON)
class VerdictResource {

    private final VerdictService verdicts;
    private final DossierAccess access;
    private final IdempotencyService keys;
    private final Caller caller;
    private final Clock clock;
    private final ServiceWorkRunner serviceWork;

    VerdictResource(
            VerdictService verdicts,
            DossierAccess access,
            IdempotencyService keys,
            Caller caller,
            Clock clock,
            ServiceWorkRunner serviceWork) {
        this.verdicts = verdicts;
        this.access = access;
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
        this.serviceWork = serviceWork;
    }

    @POST
    @RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER})
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public RestResponse<ProposalView> propose(UUID dossierId, @Valid ProposeVerdict command) {
        Assessment assessment = command.assessment(clock.instant());
        return keys.once(command, () -> access.requireVisible(dossierId), () -> {
            Dossier dossier = access.lock(dossierId);
            access.requireKnownCase(dossierId, assessment);
            access.requireStill(dossier, assessment);
            Proposal proposal = verdicts.propose(dossier, assessment, ResponsiblePerson.of(caller));
            // The dossier shows the proposal, which has no address of its own.
            return RestResponse.ResponseBuilder.<ProposalView>created(URI.create("/api/v1/dossiers/" + dossierId))
                    .entity(ProposalView.of(proposal, proposal.assessment()))
                    .build();
        });
    }

    @POST
    @Path("{proposalId}/decision")
    @RolesAllowed(Roles.JUDICIAL_OFFICER)
    @Parameter(ref = HttpHeaders.IF_MATCH)
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "412", description = "The dossier has changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    public RestResponse<ProposalView> decide(UUID dossierId, UUID proposalId, @Valid DecideProposal command) {
        return keys.once(command, () -> access.requireVisible(dossierId), () -> {
            Dossier dossier = access.lockForDecision(dossierId, proposalId, command.decision());
            Proposal proposal = access.proposal(dossierId, proposalId);
            // Misconduct leaves the officers' sight, and the urgency of other dossiers follows.
            Proposal decided = serviceWork.call(() -> verdicts.decide(
                    dossier, proposal, command.decision(), command.reason().strip(), ResponsiblePerson.of(caller)));
            return RestResponse.ok(verdicts.shown(decided));
        });
    }
}
