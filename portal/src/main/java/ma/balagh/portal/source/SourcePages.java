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
import ma.balagh.portal.item.ItemClient;
import ma.balagh.portal.item.ItemResponse;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sources: how each is doing, describing them, asking them at once, and the secret of those that call us. */
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.INTAKE_OFFICER)
class SourcePages {

    private static final int PAGE_SIZE = 40;
    private static final int RECENT = 10;

    private final SourceClient sources;
    private final ItemClient items;
    private final Viewer viewer;

    SourcePages(@RestClient SourceClient sources, @RestClient ItemClient items, Viewer viewer) {
        this.sources = sources;
        this.items = items;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SourceList(ResponsePage<SourceResponse> sources, SourceFilter filter, PagePart<SourcesHealthResponse> health)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SourcePage(SourceResponse source, @Nullable String tag, PagePart<ResponsePage<ItemResponse>> items)
            implements TemplateInstance {}

    /** @param source what is changed; nothing for a new one */
    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SourceFormPage(@Nullable SourceResponse source, SourceForm form, FormRefusal refusal)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "source", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecretPage(SourceResponse source, SourceClient.Secret secret) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        SourceFilter filter = SourceFilter.of(state, cursor);
        return new SourceList(
                sources.list(filter.stateName(), filter.cursor(), PAGE_SIZE), filter, PagePart.of(sources::health));
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return new SourceFormPage(null, SourceForm.empty(viewer.onceKey()), FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response watch(@BeanParam SourceForm form) {
        return FormSubmission.of(
                SourceForm.FIELDS,
                () -> FlashMessage.SOURCE_WATCHED.then(
                        viewer,
                        address(sources.watch(IdempotencyKeyFactory.of(form.key()), form.command())
                                .id())),
                refusal -> new SourceFormPage(null, form, refusal));
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        RestResponse<SourceResponse> answer = sources.readTagged(id);
        return new SourcePage(
                answer.getEntity(),
                answer.getHeaderString(HttpHeaders.ETAG),
                PagePart.of(() -> items.list(null, id, false, null, RECENT)));
    }

    @GET
    @Path("{id}/change")
    public TemplateInstance change(UUID id) {
        RestResponse<SourceResponse> answer = sources.readTagged(id);
        SourceResponse source = answer.getEntity();
        return new SourceFormPage(
                source, SourceForm.of(source, answer.getHeaderString(HttpHeaders.ETAG)), FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/change")
    public Response change(UUID id, @BeanParam SourceForm form) {
        return FormSubmission.of(
                SourceForm.FIELDS,
                () -> {
                    sources.describe(id, FormInputParser.text(form.tag()), form.command());
                    return FlashMessage.SOURCE_CHANGED.then(viewer, address(id));
                },
                refusal -> again(id, form, refusal));
    }

    /** Who was too late sees what stands there now, and decides. */
    private TemplateInstance again(UUID id, SourceForm form, FormRefusal refusal) {
        if (!refusal.isStale()) {
            return new SourceFormPage(
                    PagePart.of(() -> sources.readTagged(id).getEntity()).orNothing(), form, refusal);
        }
        RestResponse<SourceResponse> present = sources.readTagged(id);
        return new SourceFormPage(present.getEntity(), form.over(present.getHeaderString(HttpHeaders.ETAG)), refusal);
    }

    /** Watches it from now on, or no longer. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/switch")
    public Response turn(UUID id, @RestForm @Nullable String on, @RestForm @Nullable String tag) {
        SourceResponse source = sources.readTagged(id).getEntity();
        sources.describe(id, FormInputParser.text(tag), SourceForm.switched(source, "true".equals(on)));
        return FlashMessage.SOURCE_CHANGED.then(viewer, address(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/poll")
    public Response poll(UUID id) {
        sources.poll(id);
        return FlashMessage.SOURCE_POLLED.then(viewer, address(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/removal")
    public Response remove(UUID id, @RestForm @Nullable String tag) {
        sources.remove(id, FormInputParser.text(tag));
        return FlashMessage.SOURCE_REMOVED.then(viewer, "/sources");
    }

    /** Shown here and never again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/secret")
    public TemplateInstance changeSecret(UUID id) {
        SourceResponse source = sources.readTagged(id).getEntity();
        return new SecretPage(source, sources.changeSecret(id));
    }

    private static String address(UUID id) {
        return "/sources/" + id;
    }
}
