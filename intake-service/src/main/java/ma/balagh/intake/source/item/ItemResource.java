package ma.balagh.intake.source.item;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.http.VisibleText;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What sources published and what became of it; the items that were set aside, and the way back for them. */
@Path("/api/v1/items")
@Produces(MediaType.APPLICATION_JSON)
class ItemResource {

    private static final int MAX_REASON = 1_000;

    /**
     * What an officer says of an item that was set aside.
     *
     * @param relevant it becomes a report
     */
    record ReviewCommand(
            @Nullable Boolean relevant,
            @Size(max = MAX_REASON) @Nullable String reason) {}

    private final ItemService items;
    private final ItemRepository repository;
    private final Caller caller;
    private final Preconditions preconditions;

    ItemResource(ItemService items, ItemRepository repository, Caller caller, Preconditions preconditions) {
        this.items = items;
        this.repository = repository;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @GET
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public Page<ItemView> find(@BeanParam ItemCriteria filter, @BeanParam PageRequest request) {
        return Page.of(repository.page(filter, request), request, Item::id).map(ItemView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public RestResponse<ItemView> read(UUID id) {
        ItemView item = ItemView.of(visible(id));
        return preconditions.tagged(preconditions.tagOf(item), () -> item);
    }

    /** Doing it again changes nothing: the first word on an item stands. */
    @POST
    @Path("/{id}/review")
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public RestResponse<ItemView> review(UUID id, @NotNull ReviewCommand command) {
        if (command.relevant() == null) {
            throw CommonProblem.invalid(Violation.required("relevant", "must be true or false"));
        }
        String reason = command.reason() == null ? "" : command.reason().strip();
        if (!VisibleText.hasWords(reason) || reason.codePointCount(0, reason.length()) > MAX_REASON) {
            throw CommonProblem.invalid(Violation.reasonRequired("reason", MAX_REASON));
        }
        if (visible(id).standing() != ItemStatus.SET_ASIDE && visible(id).review() == null) {
            throw CommonProblem.CONFLICT.because("only an item that was set aside is reviewed");
        }
        ItemView reviewed =
                ItemView.of(items.review(id, command.relevant(), reason, caller.name(), this::requireMatch));
        return RestResponse.ResponseBuilder.ok(reviewed)
                .tag(preconditions.tagOf(reviewed))
                .build();
    }

    /** How much of what is set aside should not have been, by the officers' word on those that were drawn. */
    @GET
    @Path("/quality")
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public MissRate quality() {
        return repository.missRate();
    }

    private void requireMatch(Item item) {
        preconditions.requireMatch(preconditions.tagOf(ItemView.of(item)));
    }

    private Item visible(UUID id) {
        return repository.find(id).orElseThrow(() -> CommonProblem.notFound("the item"));
    }
}
