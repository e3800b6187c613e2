package ma.balagh.portal.evidence;

import io.quarkus.qute.TemplateData;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import ma.balagh.portal.upstream.ServiceProblemException;

/**
 * The purpose that the viewer stated for a page's media. The form offers it again, but each access needs one. It is
 * kept encrypted in the browser's session, for one person and one page. Templates say {@code inject:said}.
 */
@Named("said")
@RequestScoped
@TemplateData
public class StatedPurpose {

    private static final String COOKIE = "balagh-purpose";

    private final ViewingPass.Office passes;
    private final RoutingContext request;

    StatedPurpose(ViewingPass.Office passes, RoutingContext request) {
        this.passes = passes;
        this.request = request;
    }

    /** @param page its path */
    public void keep(String page, ViewingPass pass) {
        String sealed = passes.sealPurpose(pass);
        request.response()
                .addCookie(Cookie.cookie(COOKIE, sealed)
                        .setPath(page)
                        .setHttpOnly(true)
                        .setSecure(request.request().isSSL())
                        .setSameSite(CookieSameSite.STRICT));
    }

    /** Nothing after some hours, or for somebody else. */
    public String purpose() {
        Cookie sealed = request.request().getCookie(COOKIE);
        try {
            return sealed == null ? "" : passes.purposeIn(sealed.getValue());
        } catch (ServiceProblemException closed) {
            return "";
        }
    }
}
