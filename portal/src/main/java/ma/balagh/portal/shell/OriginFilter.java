package ma.balagh.portal.shell;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.Charset;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another origin sends, whatever it is and before anything is done about it. Browsers say where a
 * request comes from ({@code Sec-Fetch-Site}, {@code Origin}) and let no script change that. A request that says nothing
 * about it still needs the token of a form.
 */
final class OriginFilter {

    private static final Logger LOG = Logger.getLogger(OriginFilter.class);
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_PAGE_OR_PERSON = Set.of("same-origin", "none");

    private final PortalAddress address;

    OriginFilter(PortalAddress address) {
        this.address = address;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response refuse(ContainerRequestContext request) {
        if (HARMLESS.contains(request.getMethod())) {
            return null;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        if ((site == null || OWN_PAGE_OR_PERSON.contains(site)) && (origin == null || isOwn(origin, request))) {
            requireReadable(request);
            return null;
        }
        LOG.warnf(
                "Refused a %s from another origin. Were it the portal's own page, balagh.portal.address would be wrong",
                request.getMethod());
        return Response.status(Response.Status.FORBIDDEN).build();
    }

    private boolean isOwn(String origin, ContainerRequestContext request) {
        return address.isOrigin(origin)
                || PublicPageAddress.isPublic(request.getUriInfo().getPath()) && address.isPublicOrigin(origin);
    }

    /**
     * No page of the portal sends forms in parts, or in a charset that nobody knows; the token would be looked for in a body
     * that cannot be read.
     */
    private static void requireReadable(ContainerRequestContext request) {
        try {
            if (request.getMediaType() != null && !isReadable(request.getMediaType())) {
                throw new NotSupportedException();
            }
        } catch (IllegalArgumentException malformed) {
            throw new NotSupportedException(malformed);
        }
    }

    private static boolean isReadable(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return !type.getType().equalsIgnoreCase("multipart") && (charset == null || Charset.isSupported(charset));
    }
}
