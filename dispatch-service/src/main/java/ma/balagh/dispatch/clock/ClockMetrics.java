package ma.balagh.dispatch.clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.balagh.dispatch.statistics.StatisticsPeriod;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of the last day as metrics: {@code balagh_clock_seconds} by stage and quantile, {@code balagh_clock_samples}
 * by stage. A stage that nothing ended in has no seconds. Every replica says the same, so take the maximum.
 */
@ApplicationScoped
class ClockMetrics {

    private static final List<String> EVERYWHERE = List.of("%");

    private final ClockSampleRepository repository;
    private final Clock clock;
    private final Duration period;
    private final MultiGauge seconds;
    private final MultiGauge samples;

    ClockMetrics(
            ClockSampleRepository repository,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "balagh.clock.metrics-period") Duration period) {
        this.repository = repository;
        this.clock = clock;
        this.period = period;
        this.seconds = MultiGauge.builder("balagh.clock")
                .description("How long a stage took, over what ended in the last day")
                .baseUnit("seconds")
                .register(meters);
        this.samples = MultiGauge.builder("balagh.clock.samples")
                .description("How often a stage ended in the last day")
                .register(meters);
    }

    /** Reads the clocks now and then, so that scraping costs the database nothing. */
    @Scheduled(every = "${balagh.clock.metrics-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        var now = clock.instant();
        var byStage = repository.durations(new StatisticsPeriod(now.minus(period), now, null, null), EVERYWHERE);
        seconds.register(stages().flatMap(stage -> quantiles(stage, byStage)).toList(), true);
        samples.register(
                stages().<Row<?>>map(stage -> Row.of(
                                Tags.of("stage", stage),
                                byStage.getOrDefault(stage, DurationQuantiles.NONE)
                                        .count()))
                        .toList(),
                true);
    }

    private static Stream<String> stages() {
        return Stream.concat(Stream.of(Stage.values()).map(Stage::name), Stream.of(Stage.TAKEN_IN_UNTIL_READY));
    }

    private static Stream<Row<?>> quantiles(String stage, Map<String, DurationQuantiles> byStage) {
        var durations = byStage.getOrDefault(stage, DurationQuantiles.NONE);
        return Stream.of(
                        quantile(stage, "0.5", durations.p50()),
                        quantile(stage, "0.95", durations.p95()),
                        quantile(stage, "0.99", durations.p99()))
                .filter(Objects::nonNull);
    }

    private static @Nullable Row<?> quantile(String stage, String quantile, @Nullable Double value) {
        return value == null ? null : Row.of(Tags.of("stage", stage, "quantile", quantile), value);
    }
}
