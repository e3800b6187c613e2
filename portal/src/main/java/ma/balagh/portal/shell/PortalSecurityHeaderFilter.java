package ma.balagh.portal.shell;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sets the security headers of pages: browsers may do only what the pages need, and no other site may frame them. */
@ApplicationScoped
class PortalSecurityHeaderFilter {

    private static final int BEFORE_EVERYTHING = 1000;

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "font-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self' ";

    /** The page from which a field unit may send where it is; no other one may ask a browser for that. */
    private static final String PAGE_WITH_POSITION = "/assignment";

    /** Scripts, styles, fonts and icons: files of ours that are no pages, and have no script where one is opened as one. */
    private static final String PARTS_OF_PAGES = "/static/";

    private final TenantConfigBean tenants;
    private final String identityProvider;

    PortalSecurityHeaderFilter(
            TenantConfigBean tenants, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String identityProvider) {
        this.tenants = tenants;
        this.identityProvider = identityProvider;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_EVERYTHING);
    }

    private void add(RoutingContext context) {
        var response = context.response();
        response.headers().set("X-Content-Type-Options", "nosniff").set("Cross-Origin-Resource-Policy", "same-origin");
        if (context.request().isSSL()) {
            response.headers().set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (context.normalizedPath().startsWith(PARTS_OF_PAGES)) {
            context.addHeadersEndHandler(ended -> {
                // That there is no such part is said by a page.
                if (response.getStatusCode() >= 400) {
                    addOfPage(response.headers(), context.request().path());
                }
            });
        } else {
            addOfPage(response.headers(), context.request().path());
        }
        context.next();
    }

    private void addOfPage(MultiMap headers, @Nullable String path) {
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY + identityProvider())
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Permissions-Policy", permissions(path));
    }

    private static String permissions(@Nullable String path) {
        String geolocation = PAGE_WITH_POSITION.equals(path) ? "(self)" : "()";
        return "camera=(), microphone=(), geolocation=" + geolocation + ", payment=(), usb=()";
    }

    /**
     * A form is answered with a redirect to the identity provider where somebody signs out or the session has ended. Browsers
     * may know it by another address than the portal does.
     */
    private String identityProvider() {
        OidcConfigurationMetadata known = tenants.getDefaultTenant().getOidcMetadata();
        URI provider = URI.create(known == null ? identityProvider : known.getAuthorizationUri());
        return provider.getScheme() + "://" + provider.getAuthority();
    }
}
