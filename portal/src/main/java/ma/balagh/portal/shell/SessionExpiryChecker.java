package ma.balagh.portal.shell;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A script cannot follow a redirect to the login: it is told so (499) and reloads the page. */
@ApplicationScoped
class SessionExpiryChecker implements JavaScriptRequestChecker {

    static final int STATUS = 499;

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        return request.request().headers().contains("HX-Request");
    }
}
