package ma.balagh.portal.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.portal.ageing.Ageing;
import ma.balagh.portal.ageing.AgeingService;
import ma.balagh.portal.ageing.Unanswered;
import ma.balagh.portal.item.Item;
import ma.balagh.portal.item.ItemService;
import ma.balagh.portal.link.LinkService;
import ma.balagh.portal.link.MediaLink;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.source.Source;
import ma.balagh.portal.source.SourceService;
import ma.balagh.portal.source.SourcesHealth;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.Part;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What needs an intake officer now: sources that fail, reports that wait, media that are missing, items to review. */
@Path("/intake")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(Roles.INTAKE_OFFICER)
class IntakePages {

    private static final int FIRST = 5;

    private final SourceService sources;
    private final AgeingService ageing;
    private final LinkService links;
    private final ItemService items;

    IntakePages(
            @RestClient SourceService sources,
            @RestClient AgeingService ageing,
            @RestClient LinkService links,
            @RestClient ItemService items) {
        this.sources = sources;
        this.ageing = ageing;
        this.links = links;
        this.items = items;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IntakePage(
            Part<SourcesHealth> health,
            Part<Items<Source>> failing,
            Part<Ageing> ageing,
            Part<Items<Unanswered>> unanswered,
            Part<Items<MediaLink>> missing,
            Part<Items<MediaLink>> inVain,
            Part<Items<Item>> sample)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new IntakePage(
                Part.of(sources::health),
                Part.of(() -> sources.list(Source.State.FAILING.name(), null, FIRST)),
                Part.of(ageing::ageing),
                Part.of(() -> ageing.unanswered(null, null, null, FIRST)),
                Part.of(() -> links.list(MediaLink.State.UNOBTAINABLE.name(), null, null, FIRST)),
                Part.of(() -> links.list(MediaLink.State.TO_OBTAIN.name(), true, null, FIRST)),
                Part.of(() -> items.list(null, null, true, null, FIRST)));
    }
}
