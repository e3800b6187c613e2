package ma.balagh.dispatch.runcard;

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
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Run cards over REST: everybody reads those that hold where they serve, and changes those of their own territory. */
@Tag(name = "Run cards")
@Path("/api/v1/run-cards")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
class RunCardResource {

    private final RunCardService cards;
    private final RunCardRepository repository;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    RunCardResource(
            RunCardService cards,
            RunCardRepository repository,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.cards = cards;
        this.repository = repository;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @Operation(summary = "Run cards, newest first, with those of the territories around one's own")
    public Page<RunCardView> list(@QueryParam("type") @Nullable IncidentType type, @BeanParam PageRequest page) {
        return Page.of(repository.list(type, page), page, RunCard::id).map(RunCardView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One run card")
    public RestResponse<RunCardView> show(UUID id) {
        var card = repository.findByIdOptional(id).orElseThrow(() -> CommonProblem.notFound("the run card"));
        return preconditions.tagged(Preconditions.tag(card.version()), () -> RunCardView.of(card));
    }

    @POST
    @Operation(summary = "Write a run card; 409 when the jurisdiction has one for that type and level")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RunCardView.class)))
    @APIResponse(responseCode = "409", description = "There is one")
    public RestResponse<RunCardView> write(@Valid @NotNull RunCardDescription description) {
        requireOwnTerritory("jurisdiction", description.jurisdiction());
        return keys.once(description, () -> {
            var card = cards.write(description, caller.name());
            return ResponseBuilder.<RunCardView>created(URI.create("/api/v1/run-cards/" + card.id()))
                    .tag(Preconditions.tag(card.version()))
                    .entity(RunCardView.of(card))
                    .build();
        });
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Write a run card anew")
    public RestResponse<RunCardView> describe(UUID id, @Valid @NotNull RunCardDescription description) {
        requireOwnTerritory("jurisdiction", description.jurisdiction());
        var card = cards.describe(id, description, caller.name(), this::requireOwnAndUnchanged);
        return ResponseBuilder.ok(RunCardView.of(card))
                .tag(Preconditions.tag(card.version()))
                .build();
    }

    private void requireOwnAndUnchanged(RunCard card) {
        if (!caller.jurisdictions().covers(card.jurisdiction())) {
            throw CommonProblem.notFound("the run card");
        }
        preconditions.requireMatch(Preconditions.tag(card.version()));
    }

    private void requireOwnTerritory(String field, String jurisdiction) {
        if (!caller.jurisdictions().covers(jurisdiction)) {
            throw CommonProblem.invalid(
                    new Violation(field, ViolationCode.NOT_YOUR_JURISDICTION, "must be one of your own"));
        }
    }
}
