package ma.balagh.operation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Shows health and metrics to who operates us alone. Both are asked for at a pod's own address; who comes from outside comes
 * through an Ingress, which says so in {@code X-Forwarded-For} whatever the caller sends, and finds nothing there.
 */
@ApplicationScoped
class OperatorsOnly {

    private static final int NOT_FOUND = 404;
    private static final int BEFORE_THEM = 9_000;

    void hide(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (isForOperators(request.normalizedPath())
                            && request.request().headers().contains("X-Forwarded-For")) {
                        request.response().setStatusCode(NOT_FOUND).end();
                    } else {
                        request.next();
                    }
                },
                BEFORE_THEM);
    }

    private static boolean isForOperators(String path) {
        return path.startsWith("/q/health") || path.startsWith("/q/metrics");
    }
}
