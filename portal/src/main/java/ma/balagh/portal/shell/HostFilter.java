package ma.balagh.portal.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Answers at the portal's own address only (421, RFC 9110 section 15.5.20), so that no redirect and no page can be made
 * with a foreign host; at the address of the pages for the public, with these alone, whose first one is at its root. Probes and Prometheus ask at the address of a pod; what they ask for links to nothing.
 */
@ApplicationScoped
class HostFilter {

    private static final int SEE_OTHER = 303;
    private static final int MISDIRECTED_REQUEST = 421;
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int BEFORE_ALL_OTHERS = 9_500;

    private final PortalAddress address;

    HostFilter(PortalAddress address) {
        this.address = address;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith("/q/") || isOurs(context.request(), path)) {
            context.next();
        } else if (isPublicRoot(context.request(), path)) {
            context.response()
                    .setStatusCode(SEE_OTHER)
                    .putHeader(HttpHeaders.LOCATION, PublicPageAddress.STATISTICS)
                    .end();
        } else {
            context.response()
                    .setStatusCode(MISDIRECTED_REQUEST)
                    .putHeader("Content-Type", "text/plain;charset=UTF-8")
                    .end("421 Misdirected Request\n");
        }
    }

    /** A request line may name a host, too, and would then win over the header. */
    private boolean isOurs(HttpServerRequest request, String path) {
        return request.uri().startsWith("/")
                && (address.isHost(request.authority())
                        || PublicPageAddress.isPublicOrPartOfIt(path) && address.isPublicHost(request.authority()));
    }

    private boolean isPublicRoot(HttpServerRequest request, String path) {
        return READS.contains(request.method())
                && request.uri().startsWith("/")
                && path.equals("/")
                && address.isPublicHost(request.authority());
    }
}
