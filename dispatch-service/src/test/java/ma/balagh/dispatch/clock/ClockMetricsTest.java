package ma.balagh.dispatch.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class ClockMetricsTest {

    @Inject
    ClockMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    Database database;

    @Test
    void tellsHowLongAStageTookInTheLastDay() {
        // Given
        metrics.read();
        var before = samples();

        // When
        received("1 hour", "100 seconds");
        received("2 days", "1 second");
        metrics.read();

        // Then
        assertThat(samples()).isGreaterThan(before);
        assertThat(seconds("0.5")).isBetween(0.0, seconds("0.95"));
        assertThat(seconds("0.95")).isLessThanOrEqualTo(seconds("0.99"));
        assertThat(samples()).isEqualTo(countedInTheLastDay());
    }

    private double samples() {
        return meters.get("balagh.clock.samples")
                .tag("stage", "PUBLISHED_TO_TAKEN_IN")
                .gauge()
                .value();
    }

    private double seconds(String quantile) {
        return meters.get("balagh.clock")
                .tag("stage", "PUBLISHED_TO_TAKEN_IN")
                .tag("quantile", quantile)
                .gauge()
                .value();
    }

    private double countedInTheLastDay() {
        return database.one(Long.class, """
                select count(*) from clock_sample
                where stage = 'PUBLISHED_TO_TAKEN_IN' and ended_at between now() - interval '1 day' and now()
                """);
    }

    private void received(String ago, String after) {
        database.execute("""
                insert into clock_report (report_id, jurisdiction, published_at, received_at)
                values (?, 'MA', now() - cast(? as interval) - cast(? as interval), now() - cast(? as interval))
                """, IdGenerator.next(), ago, after, ago);
    }
}
