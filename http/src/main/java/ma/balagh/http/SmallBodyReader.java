package ma.balagh.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has the network's thread read a small body of JSON as a whole, before another thread is woken for its request. That one
 * would ask for each piece of it, and sleep until it has come: half of what such a request costs otherwise.
 *
 * <p>Who the sender is has not been looked at by then, only that it shows a token; a body that does not come costs a
 * connection, no thread, until the patience is over. Vert.x's own {@code BodyHandler} would wait for ever, and log each
 * sender that goes away as an error.
 */
@ApplicationScoped
class SmallBodyReader {

    private static final int SMALL = 64 << 10;

    /** Not of no bytes at all: that is a body that is missing. */
    private static final Pattern LENGTH = Pattern.compile("[1-9]\\d{0,4}");

    private static final int PRIORITY = 10;

    private final Duration patience;

    /** @param patience {@code quarkus.http.read-timeout}: how long a sender may take */
    SmallBodyReader(@ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60s") Duration patience) {
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (isSmallJson(request)) {
                        read((RoutingContextInternal) request);
                    } else {
                        request.next();
                    }
                },
                PRIORITY);
    }

    private void read(RoutingContextInternal request) {
        long hangUp = request.vertx()
                .setTimer(
                        patience.toMillis(), _ -> request.request().connection().close());
        request.request().body().onComplete(body -> {
            request.vertx().cancelTimer(hangUp);
            // Otherwise the sender has gone, and nobody waits for an answer.
            if (body.succeeded()) {
                request.setBody(body.result());
                request.next();
            }
        });
        request.request().resume();
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
                && head.contains(HttpHeaders.AUTHORIZATION)
                && !head.contains(HttpHeaders.EXPECT);
    }
}
