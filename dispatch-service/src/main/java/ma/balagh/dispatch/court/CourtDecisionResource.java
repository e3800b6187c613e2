package ma.balagh.dispatch.court;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.incident.IncidentAccess;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * What courts decided, over REST. A judicial officer tells it, or a court's system with an account of that role: a partner's
 * is also held by whoever only files reports.
 */
@Tag(name = "Referral")
@Path("/api/v1/incidents/{id}/court-decisions")
@Produces(MediaType.APPLICATION_JSON)
class CourtDecisionResource {

    private final CourtDecisionService decisions;
    private final IncidentAccess incidents;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    CourtDecisionResource(
            CourtDecisionService decisions,
            IncidentAccess incidents,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.decisions = decisions;
        this.incidents = incidents;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER, Roles.ANALYST, Roles.AUDITOR})
    @Operation(summary = "What courts decided after the referral, oldest first")
    public CourtDecisions list(UUID id) {
        return new CourtDecisions(decisions.of(id));
    }

    /** An {@code If-Match} is held against the incident's tag. */
    @POST
    @RolesAllowed(Roles.JUDICIAL_OFFICER)
    @Operation(summary = "Tell what a court decided; 409 before the referral")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CourtDecision.class)))
    @APIResponse(responseCode = "409", description = "It was not referred")
    @APIResponse(responseCode = "412", description = "The incident has changed since")
    public RestResponse<CourtDecision> tell(UUID id, @Valid @NotNull CourtDecisionReport report) {
        return keys.once(report, () -> incidents.require(id, caller), () -> {
            var decision = decisions.tell(
                    id, report, caller, incident -> preconditions.requireMatch(Preconditions.tag(incident.version())));
            return ResponseBuilder.<CourtDecision>created(URI.create("/api/v1/incidents/" + id + "/court-decisions"))
                    .entity(decision)
                    .build();
        });
    }

    /** All decisions about one incident: few, so that they have no pages. */
    record CourtDecisions(List<CourtDecision> items) {}
}
