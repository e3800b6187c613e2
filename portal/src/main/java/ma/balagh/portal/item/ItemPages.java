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
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What sources published: what was set aside and why, bringing it back, and looking at the sample. */
@Path("/items")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.INTAKE_OFFICER)
class ItemPages {

    private static final int PAGE_SIZE = 40;

    private final ItemClient intake;
    private final Viewer viewer;

    ItemPages(@RestClient ItemClient intake, Viewer viewer) {
        this.intake = intake;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "item", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ItemList(
            ResponsePage<ItemResponse> items,
            ItemFilter filter,
            SourceNames sources,
            PagePart<ItemClient.Quality> quality)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "item", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ItemPage(ItemResponse item, PagePart<ItemClient.SourceName> source) implements TemplateInstance {}

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
                filter.isReview() ? PagePart.of(intake::quality) : PagePart.none());
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        ItemResponse item = intake.read(id);
        return new ItemPage(item, PagePart.of(() -> intake.source(item.sourceId())));
    }

    /** @param relevant {@code true} brings it back, {@code false} says that it belongs aside */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/review")
    public Response review(UUID id, @RestForm @Nullable String relevant, @RestForm @Nullable String reason) {
        String answer = FormInputParser.text(relevant);
        Boolean brought = answer == null ? null : Boolean.valueOf(answer);
        ItemResponse reviewed = intake.review(id, new ItemClient.Review(brought, FormInputParser.text(reason)));
        FlashMessage done =
                Boolean.TRUE.equals(brought) ? FlashMessage.ITEM_BROUGHT_BACK : FlashMessage.ITEM_LEFT_ASIDE;
        // Who looks through the sample goes on with it.
        return done.then(viewer, reviewed.sampled() ? "/items?standing=REVIEW" : "/items/" + id);
    }
}
