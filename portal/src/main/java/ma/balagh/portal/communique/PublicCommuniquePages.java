package ma.balagh.portal.communique;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PublicPageAddress;
import ma.balagh.portal.shell.PublicPageCache;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Published communiqués, for everybody: without a login, without cookies, without scripts, to be kept by caches. */
@Path(PublicPageAddress.COMMUNIQUES)
@RunOnVirtualThread
@PermitAll
class PublicCommuniquePages {

    private static final int PAGE_SIZE = 20;

    private final PublicCommuniqueClient communiques;
    private final PublicPageCache cache;
    private final Viewer viewer;

    PublicCommuniquePages(@RestClient PublicCommuniqueClient communiques, PublicPageCache cache, Viewer viewer) {
        this.communiques = communiques;
        this.cache = cache;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "communique", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicList(
            ResponsePage<PublicCommuniqueResponse> communiques,
            @Nullable String cursor) implements TemplateInstance {}

    @CheckedTemplate(basePath = "communique", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicPage(PublicCommuniqueResponse communique) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response list(@QueryParam("cursor") @Nullable String cursor, @Context Request request) {
        String after = FormInputParser.text(cursor);
        return page("list " + after, request, () -> new PublicList(communiques.list(after, PAGE_SIZE), after));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    public Response read(UUID id, @Context Request request) {
        return page("page " + id, request, () -> new PublicPage(communiques.read(id)));
    }

    @GET
    @Path("feed.atom")
    @Produces("application/atom+xml;charset=UTF-8")
    public Response feed(@Context Request request) {
        String language = viewer.language().code();
        return cache.answer("feed " + language, request, () -> communiques.feed(language));
    }

    @GET
    @Path("{id}.cap")
    @Produces("application/cap+xml;charset=UTF-8")
    public Response alert(UUID id, @Context Request request) {
        return cache.answer("cap " + id, request, () -> communiques.alert(id));
    }

    private Response page(String what, Request request, Supplier<TemplateInstance> template) {
        return cache.answer(
                what + " " + viewer.language().code(),
                request,
                () -> template.get().render());
    }
}
