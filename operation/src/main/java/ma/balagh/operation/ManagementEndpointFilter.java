package ma.balagh.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Hides health and metrics from outside callers. Operators ask at a pod's own address; a request from outside comes
 * through an Ingress, which adds {@code X-Forwarded-For} whatever the caller sends, and gets a 404. Metrics require a
 * token besides, where one is set.
 */
@ApplicationScoped
class ManagementEndpointFilter {

    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int BEFORE_THEM = 9_000;
    private static final String METRICS = "/q/metrics";

    private final MetricsConfig metrics;

    ManagementEndpointFilter(MetricsConfig metrics) {
        this.metrics = metrics;
    }

    void hide(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_THEM);
    }

    private void filter(RoutingContext request) {
        String path = request.normalizedPath();
        MultiMap headers = request.request().headers();
        if (isForOperators(path) && headers.contains("X-Forwarded-For")) {
            request.response().setStatusCode(NOT_FOUND).end();
        } else if (path.startsWith(METRICS) && !mayReadMetrics(headers.get(HttpHeaders.AUTHORIZATION))) {
            request.response()
                    .setStatusCode(UNAUTHORIZED)
                    .putHeader("WWW-Authenticate", "Bearer")
                    .end();
        } else {
            if (path.startsWith(METRICS)) {
                // The token is none of the realm's.
                headers.remove(HttpHeaders.AUTHORIZATION);
            }
            request.next();
        }
    }

    private boolean mayReadMetrics(@Nullable String authorization) {
        return metrics.token()
                .map(token -> MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(UTF_8),
                        String.valueOf(authorization).getBytes(UTF_8)))
                .orElse(true);
    }

    private static boolean isForOperators(String path) {
        return path.startsWith("/q/health") || path.startsWith(METRICS);
    }
}
