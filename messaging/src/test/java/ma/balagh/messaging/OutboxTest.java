package ma.balagh.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");

    @Inject
    Outbox outbox;

    @Inject
    Database database;

    @Inject
    Tracer tracer;

    @SuppressWarnings("NullAway.Init") // by the test platform
    KafkaProbe kafka;

    @Test
    void sendsACommittedEventAsACloudEventAndForgetsIt() {
        // Given
        var dossierId = IdGenerator.next();
        var span = tracer.spanBuilder("request").startSpan();

        // When
        try (var scope = span.makeCurrent()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.publish(new DossierForwarded(dossierId, NOW, List.of(), List.of())));
        } finally {
            span.end();
        }

        // Then
        var sent = kafka.awaitRecord(
                Topic.FORWARDINGS.topicName(), found -> found.key().equals(dossierId.toString()));
        assertThat(new String(sent.value(), UTF_8)).contains("\"dossierId\":\"" + dossierId + "\"");
        assertThat(KafkaProbe.header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(KafkaProbe.header(sent, "ce_id")).version()).isEqualTo(7);
        assertThat(KafkaProbe.header(sent, "ce_source")).isEqualTo("analysis");
        assertThat(KafkaProbe.header(sent, "ce_type")).isEqualTo("balagh.analysis.DossierForwarded.v1");
        assertThat(KafkaProbe.header(sent, "ce_subject")).isEqualTo(dossierId.toString());
        assertThat(Instant.parse(KafkaProbe.header(sent, "ce_time"))).isBeforeOrEqualTo(Instant.now());
        assertThat(KafkaProbe.header(sent, "content-type")).isEqualTo("application/json");
        assertThat(KafkaProbe.header(sent, "traceparent"))
                .isEqualTo(KafkaProbe.header(sent, "ce_traceparent"))
                .contains(span.getSpanContext().getTraceId())
                .contains(span.getSpanContext().getSpanId());
        await().untilAsserted(() -> assertThat(waiting(dossierId)).isZero());
    }

    @Test
    void keepsTheOrderOfOneSubject() {
        // Given
        var dossierId = IdGenerator.next();
        var reports = IntStream.range(0, 20).mapToObj(i -> IdGenerator.next()).toList();

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.publish(new DossierOpened(dossierId, "MA", NOW));
            reports.forEach(reportId -> outbox.publish(new ReportJoined(dossierId, reportId, NOW)));
        });

        // Then
        await().untilAsserted(() -> assertThat(kafka.events(ReportJoined.class))
                .filteredOn(joined -> joined.dossierId().equals(dossierId))
                .extracting(ReportJoined::reportId)
                .containsExactlyElementsOf(reports));
    }

    @Test
    void tellsNothingOfATransactionThatIsRolledBack() {
        // Given
        var dossierId = IdGenerator.next();

        // When
        QuarkusTransaction.begin();
        outbox.publish(new DossierForwarded(dossierId, NOW, List.of(), List.of()));
        QuarkusTransaction.rollback();

        // Then
        var next = IdGenerator.next();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publish(new DossierForwarded(next, NOW, List.of(), List.of())));
        kafka.await(DossierForwarded.class, forwarded -> forwarded.dossierId().equals(next));
        assertThat(kafka.events(DossierForwarded.class))
                .extracting(DossierForwarded::dossierId)
                .doesNotContain(dossierId);
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> outbox.publish(new DossierForwarded(IdGenerator.next(), NOW, List.of(), List.of())));
    }

    @Test
    void refusesAnEventOfAnotherService() {
        // Given
        var foreign = new ReportAnswered(IdGenerator.next(), "MA", AnswerKind.FORWARDED, NOW);

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.publish(foreign)))
                .withMessageContaining("not published by analysis");
    }

    private long waiting(UUID subject) {
        return database.number("select count(*) from outbox where subject = ?", subject.toString());
    }
}
