package ma.balagh.portal.rendition;

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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.evidence.MediaPageFactory;
import ma.balagh.portal.evidence.StatedPurpose;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Ordering renditions, watching them being made, and looking at them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
    PortalRoles.ANALYST,
    PortalRoles.JUDICIAL_OFFICER,
    PortalRoles.COMMANDER,
    PortalRoles.AUDITOR,
    PortalRoles.INTERNAL_AFFAIRS
})
class RenditionPages {

    private final RenditionClient laboratory;
    private final ViewingPass.Office passes;
    private final StatedPurpose said;
    private final MediaPageFactory media;
    private final Viewer viewer;

    RenditionPages(
            @RestClient RenditionClient laboratory,
            ViewingPass.Office passes,
            StatedPurpose said,
            MediaPageFactory media,
            Viewer viewer) {
        this.laboratory = laboratory;
        this.passes = passes;
        this.said = said;
        this.media = media;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "rendition", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RenditionList(
            UUID examinationId,
            ResponsePage<RenditionResponse> renditions,
            boolean underWay,
            boolean mayOrder,
            String pass)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "rendition", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RenditionPage(
            RenditionResponse rendition, @Nullable String pass) implements TemplateInstance {}

    @CheckedTemplate(basePath = "rendition", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Playing(RenditionResponse rendition, String pass) implements TemplateInstance {}

    @CheckedTemplate(basePath = "rendition", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RedactionPage(UUID examinationId, List<RenditionResponse.Sound> sounds, String pass)
            implements TemplateInstance {}

    /** A part of the examination's page. */
    @GET
    @Path("examinations/{id}/renditions")
    public TemplateInstance list(UUID id, @QueryParam("pass") @Nullable String pass) {
        boolean mayOrder =
                viewer.hasAny(PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER, PortalRoles.INTERNAL_AFFAIRS);
        ViewingPass opened = passes.open(pass, id);
        ResponsePage<RenditionResponse> renditions = laboratory.of(id);
        boolean underWay = renditions.items().stream().anyMatch(RenditionResponse::isUnderWay);
        return new RenditionList(id, renditions, underWay, mayOrder, passes.seal(opened));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("examinations/{id}/renditions")
    @RolesAllowed({PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER, PortalRoles.INTERNAL_AFFAIRS})
    public Response orderPlayable(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String pass) {
        return order(id, key, pass, RenditionClient.Order.playable());
    }

    @GET
    @Path("examinations/{id}/redaction")
    @RolesAllowed({PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER, PortalRoles.INTERNAL_AFFAIRS})
    public TemplateInstance redaction(UUID id, @QueryParam("pass") @Nullable String pass) {
        return new RedactionPage(id, List.of(RenditionResponse.Sound.values()), passes.seal(passes.open(pass, id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("examinations/{id}/redaction")
    @RolesAllowed({PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER, PortalRoles.INTERNAL_AFFAIRS})
    public Response orderRedacted(UUID id, @BeanParam RedactionForm form) {
        return order(id, form.key(), form.pass(), form.order());
    }

    /** How far it is; its pictures only for somebody who said why. */
    @GET
    @Path("renditions/{id}")
    public TemplateInstance read(UUID id, @QueryParam("pass") @Nullable String pass) {
        RenditionResponse rendition = laboratory.read(id);
        return new RenditionPage(
                rendition, pass == null ? null : sealed(passes.open(pass, id, rendition.examinationId()), rendition));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("renditions/{id}/viewing")
    public TemplateInstance view(UUID id, @RestForm @Nullable String purpose) {
        ViewingPass pass = ViewingPass.forPurpose(purpose);
        said.keep("/renditions/" + id, pass);
        RenditionResponse rendition = laboratory.read(id);
        return media.of(new Playing(rendition, sealed(pass, rendition)), "/renditions/" + id);
    }

    private String sealed(ViewingPass pass, RenditionResponse rendition) {
        return passes.seal(pass.of(rendition.id(), rendition.examinationId(), rendition.evidenceId()));
    }

    /** Leads on to the page that follows it being made. */
    private Response order(UUID id, @Nullable String key, @Nullable String pass, RenditionClient.Order order) {
        ViewingPass opened = passes.open(pass, id);
        RenditionResponse ordered = laboratory.order(id, IdempotencyKeyFactory.of(key), order);
        String page = UriBuilder.fromPath("/renditions/{id}")
                .queryParam("pass", sealed(opened, ordered))
                .build(ordered.id())
                .toString();
        return FlashMessage.RENDITION_ORDERED.then(viewer, page);
    }
}
