package ma.balagh.portal.shell;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** {@code ?lang=} chooses a language, and a cookie remembers it. */
final class LanguageCookieFilter {

    static final String PARAMETER = "lang";
    static final String COOKIE = "balagh-lang";

    static PortalLanguage of(RoutingContext request) {
        return PortalLanguage.of(request.request().getParam(PARAMETER))
                .or(() -> {
                    // What caches keep does not depend on cookies.
                    if (PublicPageAddress.isPublic(request.normalizedPath())) {
                        return Optional.empty();
                    }
                    Cookie cookie = request.request().getCookie(COOKIE);
                    return PortalLanguage.of(cookie == null ? null : cookie.getValue());
                })
                .orElse(PortalLanguage.AR);
    }

    @ServerResponseFilter
    void remember(ContainerRequestContext request, ContainerResponseContext response) {
        if (PublicPageAddress.isPublic(request.getUriInfo().getPath())) {
            return;
        }
        PortalLanguage.of(request.getUriInfo().getQueryParameters().getFirst(PARAMETER))
                .map(LanguageCookieFilter::cookie)
                .ifPresent(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
    }

    private static NewCookie cookie(PortalLanguage language) {
        return new NewCookie.Builder(COOKIE)
                .value(language.code())
                .path("/")
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
