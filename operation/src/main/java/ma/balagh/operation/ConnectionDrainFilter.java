package ma.balagh.operation;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sends callers that keep their connection elsewhere, before this replica ends: a Service of a cluster gives them no other
 * one as long as theirs is open. What they ask during {@code quarkus.shutdown.delay} is answered, as the last thing on that
 * connection.
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
