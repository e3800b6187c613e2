package ma.balagh.intake.seal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;

/** Keeps everything sealed under the current key, and tells how much still lies under each, so that old ones can go. */
@ApplicationScoped
class KeyRotation {

    private final List<SealedRows> sealed;
    private final SealConfig config;
    private final MultiGauge rows;

    KeyRotation(@All List<SealedRows> sealed, SealConfig config, MeterRegistry meters) {
        this.sealed = sealed;
        this.config = config;
        this.rows = MultiGauge.builder("balagh.sealed.rows")
                .description("Rows sealed under each key: a key without any can be taken out of the configuration")
                .register(meters);
    }

    /** Refuses to start without a key, rather than to find out when somebody has to be called. */
    void check(@Observes StartupEvent start) {
        sealed.forEach(SealedRows::requireKeys);
    }

    @Scheduled(every = "${balagh.seal.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void rotate() {
        sealed.forEach(rows -> rows.reseal(config.batch()));
        rows.register(sealed.stream().flatMap(KeyRotation::counts).toList(), true);
    }

    private static Stream<Row<Number>> counts(SealedRows rows) {
        return rows.countByKey().entrySet().stream()
                .map(key -> Row.of(Tags.of("table", rows.name(), "key", key.getKey()), key.getValue()));
    }
}
