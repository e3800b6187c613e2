package ma.balagh.dispatch.communique;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Communiqués over REST, for the commanders of their territory. */
@Tag(name = "Communiqués")
@Path("/api/v1/communiques")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COMMANDER)
class CommuniqueResource {

    private final CommuniqueService communiques;
    private final CommuniqueRepository repository;
    private final CommuniqueDraftService drafts;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    CommuniqueResource(
            CommuniqueService communiques,
            CommuniqueRepository repository,
            CommuniqueDraftService drafts,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.communiques = communiques;
        this.repository = repository;
        this.drafts = drafts;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @Operation(summary = "Communiqués of one's own territory, newest first")
    public Page<CommuniqueSummary> list(
            @QueryParam("state") @Nullable CommuniqueState state, @BeanParam PageRequest page) {
        return Page.of(repository.list(state, caller.jurisdictions(), page), page, Communique::id)
                .map(CommuniqueSummary::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One communiqué, with what the check finds in its texts")
    public RestResponse<CommuniqueView> show(UUID id) {
        var communique = communiques.find(id, caller.jurisdictions());
        return preconditions.tagged(Preconditions.tag(communique.version()), () -> view(communique));
    }

    @POST
    @Operation(
            summary = "Draft a communiqué, or a correction of one",
            description =
                    "Without texts they come from a template and the facts. A case tells of incidents that ended. Figures are"
                            + " those of the public statistics, from the beginning of a month to the end of one, for the"
                            + " country or a city.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CommuniqueView.class)))
    @APIResponse(responseCode = "409", description = "Incidents that go on, or a communiqué that is not corrected")
    public RestResponse<CommuniqueView> draft(@Valid @NotNull WriteCommunique command) {
        return keys.once(command, () -> {
            var communique = communiques.draft(command, caller.jurisdictions(), actor());
            return ResponseBuilder.<CommuniqueView>created(URI.create("/api/v1/communiques/" + communique.id()))
                    .tag(Preconditions.tag(communique.version()))
                    .entity(view(communique))
                    .build();
        });
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Write a draft anew; answers about its texts before are void")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "No draft any more")
    public RestResponse<CommuniqueView> rewrite(UUID id, @Valid @NotNull WriteCommunique command) {
        return answered(communiques.rewrite(id, command, caller.jurisdictions(), actor(), this::requireUnchanged));
    }

    @POST
    @Path("/check")
    @Operation(summary = "Look for personal data in texts, of which nothing is kept")
    @APIResponse(responseCode = "200", description = "What was found")
    public CheckReport check(@Valid @NotNull CheckTexts command) {
        return new CheckReport(drafts.check(command.byLanguage(), command.incidents()));
    }

    @POST
    @Path("/{id}/finding-answers")
    @Operation(summary = "Say why something that the check found may stay; void when the texts change")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "No draft any more")
    public RestResponse<CommuniqueView> answer(UUID id, @Valid @NotNull AnswerFinding command) {
        return answered(communiques.answer(id, command, caller.jurisdictions(), actor(), this::requireUnchanged));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(
            summary = "Approve what somebody else wrote: it is published now, or once its embargo is over",
            description = "Whoever wrote in it may not; nor may anybody while a finding is open.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "403", description = "The caller wrote in it")
    @APIResponse(responseCode = "409", description = "No draft, or with findings that nobody answered for")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    @Parameter(ref = HttpHeaders.IF_MATCH)
    public RestResponse<CommuniqueView> approve(UUID id) {
        return answered(communiques.approve(id, caller.jurisdictions(), actor(), communique -> {
            preconditions.requireStated();
            requireUnchanged(communique);
        }));
    }

    @POST
    @Path("/{id}/retraction")
    @Operation(
            summary = "Take a draft away, or withdraw what is approved",
            description = "What was published stays to be read, as withdrawn; the reason is for staff.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "Retracted before")
    public RestResponse<CommuniqueView> retract(UUID id, @Valid @NotNull RetractCommunique command) {
        return answered(
                communiques.retract(id, command.reason(), caller.jurisdictions(), actor(), this::requireUnchanged));
    }

    private void requireUnchanged(Communique communique) {
        preconditions.requireMatch(Preconditions.tag(communique.version()));
    }

    private CommuniqueActor actor() {
        return CommuniqueActor.of(caller);
    }

    private RestResponse<CommuniqueView> answered(Communique communique) {
        return ResponseBuilder.ok(view(communique))
                .tag(Preconditions.tag(communique.version()))
                .build();
    }

    private CommuniqueView view(Communique communique) {
        return CommuniqueView.of(communique, communiques.findings(communique), caller.id());
    }
}
