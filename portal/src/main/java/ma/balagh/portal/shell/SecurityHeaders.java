package ma.balagh.portal.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a browser may do with our pages: nothing but what they need, and no page of another site may hold them. */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = 1000;

    private final String contentSecurityPolicy;

    /** A form sent after the session ended is answered with a redirect to the login, which the policy must allow. */
    SecurityHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String identityProvider) {
        URI provider = URI.create(identityProvider);
        this.contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
                + "img-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + provider.getScheme() + "://" + provider.getAuthority();
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_EVERYTHING);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", contentSecurityPolicy)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.next();
    }
}
