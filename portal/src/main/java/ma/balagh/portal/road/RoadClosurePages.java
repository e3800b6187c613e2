package ma.balagh.portal.road;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Closed roads: which ones there are, closing some, and opening them again. */
@Path("/road-closures")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER})
class RoadClosurePages {

    private static final int PAGE_SIZE = 40;
    private static final int ON_MAP = 200;

    private final RoadClosureClient closures;
    private final Viewer viewer;

    RoadClosurePages(@RestClient RoadClosureClient closures, Viewer viewer) {
        this.closures = closures;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "road", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClosureList(
            ResponsePage<RoadClosureResponse> closures,
            @Nullable String cursor) implements TemplateInstance {}

    @CheckedTemplate(basePath = "road", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClosureFormPage(RoadClosureForm form, FormRefusal refusal) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        String after = FormInputParser.text(cursor);
        return new ClosureList(closures.list(after, PAGE_SIZE), after);
    }

    /** What is closed, for the map. */
    @GET
    @Path("map")
    @Produces(MediaType.APPLICATION_JSON)
    public List<RoadClosureResponse> map() {
        return closures.list(null, ON_MAP).items();
    }

    /**
     * @param coordinates places that were marked on the map, as they would be typed
     * @param area something where they stand around what is closed
     */
    @GET
    @Path("new")
    public TemplateInstance form(
            @QueryParam("coordinates") @Nullable String coordinates, @QueryParam("area") @Nullable String area) {
        return new ClosureFormPage(
                RoadClosureForm.at(FormInputParser.text(coordinates), FormInputParser.text(area), viewer.onceKey()),
                FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@BeanParam RoadClosureForm form) {
        return FormSubmission.of(
                RoadClosureForm.FIELDS,
                () -> {
                    closures.close(IdempotencyKeyFactory.of(form.key()), form.command());
                    return FlashMessage.ROAD_CLOSED.then(viewer, "/road-closures");
                },
                refusal -> new ClosureFormPage(form, refusal));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/lifting")
    public Response lift(UUID id) {
        closures.lift(id);
        return FlashMessage.ROAD_OPENED.then(viewer, "/road-closures");
    }
}
