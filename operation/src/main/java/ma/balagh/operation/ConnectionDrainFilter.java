package ma.balagh.operation;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Closes keep-alive connections during shutdown, so that callers connect to another replica: a Service of a cluster
 * does not redirect an open connection. Requests within {@code quarkus.shutdown.delay} are answered, as the last ones
 * on their connection.
 */
@ApplicationScoped
class ConnectionDrainFilter {

    private static final int BEFORE_EVERYTHING = 10_000;

    private volatile boolean leaving;

    void leave(@Observes ShutdownDelayInitiatedEvent delay) {
        leaving = true;
    }

    void say(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (leaving) {
                        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    }
                    request.next();
                },
                BEFORE_EVERYTHING);
    }
}
