package ma.balagh.operation;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.LongStream;

/** Counts requests by how long they took, so that quantiles over all replicas can be told. */
final class RequestMetrics {

    private static final long[] MILLIS = {10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000};

    private RequestMetrics() {}

    @Produces
    @Singleton
    static MeterFilter inBuckets() {
        var bounds = LongStream.of(MILLIS)
                .mapToDouble(millis -> (double) MILLISECONDS.toNanos(millis))
                .toArray();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(bounds)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
