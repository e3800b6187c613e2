package ma.balagh.dispatch.road;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the roads in the background when the service starts. Until they are there, and where they cannot be had, times
 * follow the straight line; nothing waits for them.
 */
@ApplicationScoped
class RoadGraphLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RoadGraphLifecycle.class);

    private final RoadConfig config;
    private volatile @Nullable RoadGraph graph;
    private volatile String missing;

    RoadGraphLifecycle(RoadConfig config, MeterRegistry meters) {
        this.config = config;
        this.missing = isConfigured() ? "the extract is being imported" : "no extract is configured";
        meters.gauge("balagh.road.junctions", this, RoadGraphLifecycle::junctions);
    }

    void start(@Observes StartupEvent event) {
        config.extract()
                .ifPresent(extract -> Thread.ofPlatform()
                        .daemon()
                        .name("road-import")
                        .priority(Thread.MIN_PRIORITY)
                        .start(() -> load(extract)));
    }

    private void load(Path extract) {
        long start = System.nanoTime();
        try {
            var loaded = new RoadGraphLoader(config).load(extract);
            graph = loaded;
            LOG.atInfo()
                    .addKeyValue("junctions", loaded.junctions())
                    .addKeyValue("roads", loaded.edges())
                    .addKeyValue("took", Duration.ofNanos(System.nanoTime() - start))
                    .log("Travel times follow roads");
        } catch (UnusableExtractException e) {
            missing = String.valueOf(e.getMessage());
            LOG.atWarn().addKeyValue("reason", e.getMessage()).setCause(e).log("Travel times follow the straight line");
        } catch (IOException | RuntimeException e) {
            missing = "the roads could not be loaded: " + e;
            LOG.atWarn().setCause(e).log("Travel times follow the straight line: the roads could not be loaded");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        var loaded = graph;
        graph = null;
        if (loaded != null) {
            loaded.close();
        }
    }

    /** The roads, once they are imported. */
    Optional<RoadGraph> graph() {
        return Optional.ofNullable(graph);
    }

    /** Whether there should be roads. */
    boolean isConfigured() {
        return config.extract().isPresent();
    }

    /** Why there are no roads; empty where there are. */
    Optional<String> missing() {
        return graph == null ? Optional.of(missing) : Optional.empty();
    }

    private double junctions() {
        return graph().map(RoadGraph::junctions).orElse(0);
    }
}
