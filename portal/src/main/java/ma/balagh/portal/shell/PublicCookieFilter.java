package ma.balagh.portal.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;

/** Neither reads nor sets a cookie on pages for the public, whichever part of the portal would. */
@ApplicationScoped
class PublicCookieFilter {

    private static final int BEFORE_COOKIES_ARE_SET = 900;

    void register(@Observes Filters filters) {
        filters.register(PublicCookieFilter::keepOut, BEFORE_COOKIES_ARE_SET);
    }

    private static void keepOut(RoutingContext context) {
        if (PublicPageAddress.isPublic(context.normalizedPath())) {
            context.request().headers().remove(HttpHeaders.COOKIE);
            context.addHeadersEndHandler(end -> removeCookies(context));
        }
        context.next();
    }

    private static void removeCookies(RoutingContext context) {
        var response = context.response();
        response.headers().remove(HttpHeaders.SET_COOKIE);
        Set<String> names =
                context.request().cookies().stream().map(Cookie::getName).collect(Collectors.toSet());
        names.forEach(name -> response.removeCookies(name, false));
    }
}
