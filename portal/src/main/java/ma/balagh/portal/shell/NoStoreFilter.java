package ma.balagh.portal.shell;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Forbids browsers and proxies to store pages, which hold personal data; those for the public hold none, and say how long. */
final class NoStoreFilter {

    @ServerResponseFilter
    void keepNothing(ContainerRequestContext request, ContainerResponseContext response) {
        boolean says = response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL);
        if (!says || !PublicPageAddress.isPublic(request.getUriInfo().getPath())) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
