package ma.balagh.portal.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import ma.balagh.portal.shell.PublicPageAddress;
import ma.balagh.portal.shell.PublicPageCache;
import ma.balagh.portal.shell.Viewer;

/** What the suite does and does not do with data, for everybody. */
@Path(PublicPageAddress.DATA)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@PermitAll
class PublicDataPages {

    private final PublicPageCache cache;
    private final Viewer viewer;
    private final PublicContactConfig contact;

    PublicDataPages(PublicPageCache cache, Viewer viewer, PublicContactConfig contact) {
        this.cache = cache;
        this.viewer = viewer;
        this.contact = contact;
    }

    @CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicData(String email, String postalAddress) implements TemplateInstance {}

    @GET
    public Response read(@Context Request request) {
        return cache.answer("data " + viewer.language().code(), request, this::page);
    }

    private String page() {
        return new PublicData(contact.email(), contact.postalAddress()).render();
    }
}
