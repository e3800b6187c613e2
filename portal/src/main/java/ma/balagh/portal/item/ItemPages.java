package ma.balagh.portal.item;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ma.balagh.portal.shell.Done;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.Part;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What sources published: what was set aside and why, bringing it back, and looking at the sample. */
@Path("/items")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(Roles.INTAKE_OFFICER)
class ItemPages {

    private static final int PAGE_SIZE = 40;

    private final ItemService intake;
    private final Viewer viewer;

    ItemPages(@RestClient ItemService intake, Viewer viewer) {
        this.intake = intake;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "item", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ItemList(Items<Item> items, ItemFilter filter, SourceNames sources, Part<ItemService.Quality> quality)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "item", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ItemPage(Item item, Part<ItemService.SourceName> source) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("standing") @Nullable String standing,
            @QueryParam("sourceId") @Nullable UUID sourceId,
            @QueryParam("cursor") @Nullable String cursor) {
        ItemFilter filter = ItemFilter.of(standing, sourceId, cursor);
        return new ItemList(
                intake.list(filter.standing(), filter.sourceId(), filter.isReview(), filter.cursor(), PAGE_SIZE),
                filter,
                SourceNames.of(intake),
                filter.isReview() ? Part.of(intake::quality) : Part.none());
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        Item item = intake.read(id);
        return new ItemPage(item, Part.of(() -> intake.source(item.sourceId())));
    }

    /** @param relevant {@code true} brings it back, {@code false} says that it belongs aside */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/review")
    public Response review(UUID id, @RestForm @Nullable String relevant, @RestForm @Nullable String reason) {
        String answer = Input.text(relevant);
        Boolean brought = answer == null ? null : Boolean.valueOf(answer);
        Item reviewed = intake.review(id, new ItemService.Review(brought, Input.text(reason)));
        Done done = Boolean.TRUE.equals(brought) ? Done.ITEM_BROUGHT_BACK : Done.ITEM_LEFT_ASIDE;
        // Who looks through the sample goes on with it.
        return done.then(viewer, reviewed.sampled() ? "/items?standing=REVIEW" : "/items/" + id);
    }
}
