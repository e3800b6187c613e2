package ma.balagh.dispatch.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many desks follow this replica's stream. */
@ApplicationScoped
class ChangeStreamMetrics {

    void register(@Observes StartupEvent start, ChangePoller poller, MeterRegistry registry) {
        Gauge.builder("balagh.changes.followers", poller, ChangePoller::followers)
                .description("desks that follow the stream of changes")
                .register(registry);
    }
}
