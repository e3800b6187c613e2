package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.Service;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.ReportEvent;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class InboundTest {

    @Inject
    Jdbi jdbi;

    @Inject
    TestConsumer consumer;

    @SuppressWarnings("NullAway.Init") // by the test platform
    KafkaProbe kafka;

    @BeforeEach
    void writeDownEachReport() {
        consumer.handleWith(this::writeDown);
    }

    @Test
    void handlesAnEventAndItsDuplicateOnce() {
        // Given
        var report = report("once");
        var eventId = Ids.next();

        // When
        kafka.publish(eventId, report);
        kafka.publish(eventId, report);
        var later = new ReportReceived(
                report.reportId(), Channel.DESK, "MA", null, Instant.now(), null, "later", null, null, null);
        kafka.publish(later);

        // Then
        await().untilAsserted(() -> assertThat(titles(report)).endsWith("later"));
        assertThat(titles(report)).containsExactly("once", "later");
    }

    @Test
    void putsAPoisonRecordAside() {
        kafka.send(
                Topic.REPORTS.topicName(),
                "k",
                "{".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Ids.next().toString(),
                        "ce_type",
                        "balagh.intake.ReportReceived.v1"));
        await().untilAsserted(() ->
                assertThat(kafka.deadLetters(Topic.REPORTS, Service.ANALYSIS)).hasSize(1));
    }

    private void writeDown(ReportEvent event) {
        if (event instanceof ReportReceived received) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("insert into seen_report (report_id, title) values (:id, :title)")
                            .bind("id", received.reportId())
                            .bind("title", received.title())
                            .execute());
        }
    }

    private List<String> titles(ReportReceived report) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select title from seen_report where report_id = :id order by position")
                        .bind("id", report.reportId())
                        .mapTo(String.class)
                        .list());
    }

    private static ReportReceived report(String title) {
        return new ReportReceived(Ids.next(), Channel.DESK, "MA", null, Instant.now(), null, title, null, null, null);
    }
}
