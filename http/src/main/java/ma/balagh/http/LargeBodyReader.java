package ma.balagh.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens streamed bodies, for endpoints that take the request rather than a stream of the framework's. */
@ApplicationScoped
public class LargeBodyReader {

    private final Duration patience;

    /** @param patience {@code quarkus.http.read-timeout}: how long a sender may be silent */
    LargeBodyReader(@ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60s") Duration patience) {
        this.patience = patience;
    }

    /** The body of a request of which no more was read than {@link SmallBodyReader} has; whoever opens it closes it. */
    public BodyStream open(RoutingContext request) {
        return new BodyStream(request.request(), request.body().buffer(), patience);
    }
}
