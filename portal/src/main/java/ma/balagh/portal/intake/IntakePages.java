package ma.balagh.portal.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.portal.ageing.AgeingClient;
import ma.balagh.portal.ageing.AgeingResponse;
import ma.balagh.portal.ageing.UnansweredResponse;
import ma.balagh.portal.item.ItemClient;
import ma.balagh.portal.item.ItemResponse;
import ma.balagh.portal.link.MediaLinkClient;
import ma.balagh.portal.link.MediaLinkResponse;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.source.SourceClient;
import ma.balagh.portal.source.SourceResponse;
import ma.balagh.portal.source.SourcesHealthResponse;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What needs an intake officer now: sources that fail, reports that wait, media that are missing, items to review. */
@Path("/intake")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.INTAKE_OFFICER)
class IntakePages {

    private static final int FIRST = 5;

    private final SourceClient sources;
    private final AgeingClient ageing;
    private final MediaLinkClient links;
    private final ItemClient items;

    IntakePages(
            @RestClient SourceClient sources,
            @RestClient AgeingClient ageing,
            @RestClient MediaLinkClient links,
            @RestClient ItemClient items) {
        this.sources = sources;
        this.ageing = ageing;
        this.links = links;
        this.items = items;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IntakePage(
            PagePart<SourcesHealthResponse> health,
            PagePart<ResponsePage<SourceResponse>> failing,
            PagePart<AgeingResponse> ageing,
            PagePart<ResponsePage<UnansweredResponse>> unanswered,
            PagePart<ResponsePage<MediaLinkResponse>> missing,
            PagePart<ResponsePage<MediaLinkResponse>> inVain,
            PagePart<ResponsePage<ItemResponse>> sample)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new IntakePage(
                PagePart.of(sources::health),
                PagePart.of(() -> sources.list(SourceResponse.State.FAILING.name(), null, FIRST)),
                PagePart.of(ageing::ageing),
                PagePart.of(() -> ageing.unanswered(null, null, null, FIRST)),
                PagePart.of(() -> links.list(MediaLinkResponse.State.UNOBTAINABLE.name(), null, null, FIRST)),
                PagePart.of(() -> links.list(MediaLinkResponse.State.TO_OBTAIN.name(), true, null, FIRST)),
                PagePart.of(() -> items.list(null, null, true, null, FIRST)));
    }
}
