package ma.balagh.portal.shell;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells scripts that the session has expired (499), since they cannot follow a redirect to the login; the page is
 * reloaded.
 */
@ApplicationScoped
class SessionExpiryChecker implements JavaScriptRequestChecker {

    static final int STATUS = 499;

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        return request.request().headers().contains("HX-Request");
    }
}
