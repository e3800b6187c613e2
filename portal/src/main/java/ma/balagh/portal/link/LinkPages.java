package ma.balagh.portal.link;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import ma.balagh.portal.report.MediaUploadClient;
import ma.balagh.portal.report.ReportClient;
import ma.balagh.portal.report.ReportResponse;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Chasing media: what could not be had, oldest first, having it tried again, and bringing the file by hand. */
@Path("/missing-media")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.INTAKE_OFFICER)
class LinkPages {

    private static final int PAGE_SIZE = 40;

    private final MediaLinkClient links;
    private final ReportClient reports;
    private final MediaUploadClient upload;
    private final Viewer viewer;

    LinkPages(
            @RestClient MediaLinkClient links,
            @RestClient ReportClient reports,
            MediaUploadClient upload,
            Viewer viewer) {
        this.links = links;
        this.reports = reports;
        this.upload = upload;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "link", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LinkList(ResponsePage<MediaLinkResponse> links, LinkFilter filter) implements TemplateInstance {}

    @CheckedTemplate(basePath = "link", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LinkPage(MediaLinkResponse link, PagePart<ReportResponse> report) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        LinkFilter filter = LinkFilter.of(state, cursor);
        return new LinkList(links.list(filter.state(), filter.failing(), filter.cursor(), PAGE_SIZE), filter);
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        MediaLinkResponse link = links.read(id);
        return new LinkPage(link, PagePart.of(() -> reports.read(link.reportId())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/retry")
    public Response retry(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        links.retry(id, IdempotencyKeyFactory.of(key), new MediaLinkClient.Retry(FormInputParser.text(reason)));
        return FlashMessage.MEDIUM_TRIED_AGAIN.then(viewer, "/missing-media/" + id);
    }

    /** The bytes of the file as they are, passed on to intake as they come. */
    @POST
    @Path("{id}/file")
    @Consumes(MediaType.WILDCARD)
    public Response bring(
            UUID id, @QueryParam("name") @Nullable String name, @Context HttpHeaders headers, InputStream body) {
        upload.passFor(id, links.read(id).reportId(), FormInputParser.text(name), headers, body);
        return Response.noContent().build();
    }
}
