package ma.balagh.portal.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the form through that reads a receipt, which has no anti-forgery token: a token needs a cookie, and pages for the
 * public have none. There is nothing to forge, as the form changes nothing and is sent in nobody's name; it is a POST only
 * so that no address, and hence no history and no log, has the code. What expects a token finds one here that says nothing.
 * Any other form needs its own.
 */
@ApplicationScoped
class PublicFormFilter {

    private static final int AFTER_COOKIES_WERE_REMOVED = 890;
    private static final int SIZE_OF_TOKEN = 16;
    private static final String TOKEN = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[SIZE_OF_TOKEN]);

    private final String cookie;

    PublicFormFilter(@ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String cookie) {
        this.cookie = cookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::letThrough, AFTER_COOKIES_WERE_REMOVED);
    }

    private void letThrough(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().equals(PublicPageAddress.RECEIPTS)) {
            context.request()
                    .headers()
                    .set(HttpHeaders.COOKIE, cookie + "=" + TOKEN)
                    .set("X-CSRF-TOKEN", TOKEN);
        }
        context.next();
    }
}
