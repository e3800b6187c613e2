package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import ma.balagh.analysis.Database;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QueueOrderTest.NoWorkers.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ExaminationMetricsTest {

    @Inject
    ExaminationMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    Database database;

    @BeforeEach
    void empty() {
        database.execute("delete from examination");
    }

    @Test
    void tellsHowManyWaitAndForHowLong() {
        // Given
        queued("10 minutes", 0);
        queued("1 minute", 1);
        database.execute("""
                update examination set state = 'RUNNING', lease_owner = gen_random_uuid(), lease_until = now()
                where failures = 1
                """);

        // When
        metrics.count();

        // Then
        assertThat(gauge("balagh.examinations", "QUEUED")).isEqualTo(1);
        assertThat(gauge("balagh.examinations", "RUNNING")).isEqualTo(1);
        assertThat(meters.get("balagh.examinations.retried").gauge().value()).isEqualTo(1);
        assertThat(meters.get("balagh.examinations.oldest.age").gauge().value()).isBetween(600.0, 660.0);
    }

    @Test
    void tellsNoAgeOfAnEmptyQueue() {
        // When
        metrics.count();

        // Then
        assertThat(gauge("balagh.examinations", "QUEUED")).isZero();
        assertThat(meters.get("balagh.examinations.oldest.age").gauge().value()).isZero();
    }

    private double gauge(String name, String state) {
        return meters.get(name).tag("state", state).gauge().value();
    }

    private void queued(String since, int failures) {
        database.execute("""
                insert into examination (id, evidence_id, sha256, media_type, jurisdiction, not_before,
                    queued_at, look_by, failures)
                values (?, ?, repeat('0', 64), 'video/mp4', 'MA', now(), now() - cast(? as interval), now(), ?)
                """, IdGenerator.next(), IdGenerator.next(), since, failures);
    }
}
