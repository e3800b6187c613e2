package ma.balagh.portal.shell;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Discards a session that can no longer be read, since the identity provider has new keys or the portal a new secret,
 * and restarts the login. It does so only once in a while, so that a fault of the login causes no loop.
 */
@RequestScoped
class StaleSessionHandler {

    private static final String SESSION = "q_session";
    private static final String FORGOTTEN = "balagh-session-forgotten";
    private static final Duration WHILE = Duration.ofSeconds(20);

    private final RoutingContext request;

    StaleSessionHandler(RoutingContext request) {
        this.request = request;
    }

    /** Leads to where the viewer wants to go, by way of the login; nothing where there is no session to forget. */
    Optional<Response> startAnew() {
        NewCookie[] sessions = request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SESSION))
                .map(name -> cookie(name, "", Duration.ZERO))
                .toArray(NewCookie[]::new);
        if (sessions.length == 0 || request.request().getCookie(FORGOTTEN) != null) {
            return Optional.empty();
        }
        return Optional.of(
                answer().cookie(sessions).cookie(cookie(FORGOTTEN, "1", WHILE)).build());
    }

    private Response.ResponseBuilder answer() {
        if (request.request().headers().contains("HX-Request")) {
            return Response.status(SessionExpiryChecker.STATUS);
        }
        boolean repeatable = request.request().method().name().equals("GET");
        return Response.seeOther(URI.create(repeatable ? request.request().uri() : "/"));
    }

    private static NewCookie cookie(String name, String value, Duration age) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
