package ma.balagh.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Has the network's thread read a small body of JSON as a whole, before another thread is woken for its request. That one
 * would ask for each piece of it, and sleep until it has come: half of what such a request costs otherwise.
 */
@ApplicationScoped
class SmallBodies {

    private static final int SMALL = 64 << 10;

    /** Not of no bytes at all: that is a body that is missing. */
    private static final Pattern LENGTH = Pattern.compile("[1-9]\\d{0,4}");

    /** After whatever may refuse a request by its head. */
    private static final int PRIORITY = 10;

    private final BodyHandler whole = BodyHandler.create(false).setBodyLimit(SMALL);

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (isSmallJson(request)) {
                        whole.handle(request);
                    } else {
                        request.next();
                    }
                },
                PRIORITY);
    }

    /** By what its head says. One whose sender waits to be told to go on is left to who reads it. */
    private static boolean isSmallJson(RoutingContext request) {
        var head = request.request().headers();
        String type = head.get(HttpHeaders.CONTENT_TYPE);
        String length = head.get(HttpHeaders.CONTENT_LENGTH);
        return type != null
                && type.startsWith("application/json")
                && length != null
                && LENGTH.matcher(length).matches()
                && Integer.parseInt(length) <= SMALL
                && !head.contains(HttpHeaders.EXPECT);
    }
}
