package ma.balagh.portal.source;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ma.balagh.portal.item.Item;
import ma.balagh.portal.item.ItemService;
import ma.balagh.portal.shell.Attempt;
import ma.balagh.portal.shell.Done;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.OnceKey;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.Part;
import ma.balagh.portal.upstream.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sources: how each is doing, describing them, asking them at once, and the secret of those that call us. */
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(Roles.INTAKE_OFFICER)
class SourcePages {

    private static final int PAGE_SIZE = 40;
    private static final int RECENT = 10;

    private final SourceService sources;
    private final ItemService items;
    private final Viewer viewer;

    SourcePages(@RestClient SourceService sources, @RestClient ItemService items, Viewer viewer) {
        this.sources = sources;
        this.items = items;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SourceList(Items<Source> sources, SourceFilter filter, Part<SourcesHealth> health)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SourcePage(Source source, @Nullable String tag, Part<Items<Item>> items) implements TemplateInstance {}

    /** @param source what is changed; nothing for a new one */
    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SourceFormPage(@Nullable Source source, SourceForm form, Refusal refusal) implements TemplateInstance {}

    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecretPage(Source source, SourceService.Secret secret) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        SourceFilter filter = SourceFilter.of(state, cursor);
        return new SourceList(
                sources.list(filter.stateName(), filter.cursor(), PAGE_SIZE), filter, Part.of(sources::health));
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return new SourceFormPage(null, SourceForm.empty(viewer.onceKey()), Refusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response watch(@BeanParam SourceForm form) {
        return Attempt.of(
                SourceForm.FIELDS,
                () -> Done.SOURCE_WATCHED.then(
                        viewer,
                        address(sources.watch(OnceKey.of(form.key()), form.command())
                                .id())),
                refusal -> new SourceFormPage(null, form, refusal));
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        RestResponse<Source> answer = sources.readTagged(id);
        return new SourcePage(
                answer.getEntity(),
                answer.getHeaderString(HttpHeaders.ETAG),
                Part.of(() -> items.list(null, id, false, null, RECENT)));
    }

    @GET
    @Path("{id}/change")
    public TemplateInstance change(UUID id) {
        RestResponse<Source> answer = sources.readTagged(id);
        Source source = answer.getEntity();
        return new SourceFormPage(
                source, SourceForm.of(source, answer.getHeaderString(HttpHeaders.ETAG)), Refusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/change")
    public Response change(UUID id, @BeanParam SourceForm form) {
        return Attempt.of(
                SourceForm.FIELDS,
                () -> {
                    sources.describe(id, Input.text(form.tag()), form.command());
                    return Done.SOURCE_CHANGED.then(viewer, address(id));
                },
                refusal -> again(id, form, refusal));
    }

    /** Who was too late sees what stands there now, and decides. */
    private TemplateInstance again(UUID id, SourceForm form, Refusal refusal) {
        if (!refusal.isStale()) {
            return new SourceFormPage(
                    Part.of(() -> sources.readTagged(id).getEntity()).orNothing(), form, refusal);
        }
        RestResponse<Source> present = sources.readTagged(id);
        return new SourceFormPage(present.getEntity(), form.over(present.getHeaderString(HttpHeaders.ETAG)), refusal);
    }

    /** Watches it from now on, or no longer. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/switch")
    public Response turn(UUID id, @RestForm @Nullable String on, @RestForm @Nullable String tag) {
        Source source = sources.readTagged(id).getEntity();
        sources.describe(id, Input.text(tag), SourceForm.switched(source, "true".equals(on)));
        return Done.SOURCE_CHANGED.then(viewer, address(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/poll")
    public Response poll(UUID id) {
        sources.poll(id);
        return Done.SOURCE_POLLED.then(viewer, address(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/removal")
    public Response remove(UUID id, @RestForm @Nullable String tag) {
        sources.remove(id, Input.text(tag));
        return Done.SOURCE_REMOVED.then(viewer, "/sources");
    }

    /** Shown here and never again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/secret")
    public TemplateInstance changeSecret(UUID id) {
        Source source = sources.readTagged(id).getEntity();
        return new SecretPage(source, sources.changeSecret(id));
    }

    private static String address(UUID id) {
        return "/sources/" + id;
    }
}
