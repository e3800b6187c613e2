package ma.balagh.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.contracts.EventJsonMapper;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class EventReceiverTest {

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    TestConsumer consumer;

    @SuppressWarnings("NullAway.Init") // by the test platform
    KafkaProbe kafka;

    @Test
    void handlesADuplicateOnce() {
        // Given
        var reportId = IdGenerator.next();
        var eventId = IdGenerator.next();

        // When
        kafka.publish(eventId, report(reportId, "first"));
        kafka.publish(eventId, report(reportId, "first"));
        kafka.publish(report(reportId, "second"));

        // Then
        awaitTitles(reportId, "first", "second");
    }

    @Test
    void endsAtTheInboxWhenARecordComesAgainAfterACrashBetweenCommitAndAcknowledgement() {
        // Given
        var reportId = IdGenerator.next();
        kafka.publish(report(reportId, "only"));
        awaitTitles(reportId, "only");
        var acknowledged = new AtomicBoolean();
        var again = consumer.lastMessage(reportId).withAck(() -> {
            acknowledged.set(true);
            return CompletableFuture.completedFuture(null);
        });

        // When
        consumer.receive(again).await().indefinitely();

        // Then
        await().untilTrue(acknowledged);
        assertThat(consumer.titles(reportId)).containsExactly("only");
    }

    @Test
    void acknowledgesOnlyAfterTheCommit() {
        // Given
        var reportId = IdGenerator.next();
        var titlesAtAcknowledgement = new CompletableFuture<List<String>>();
        consumer.before(reportId, report -> database.execute("select pg_sleep(0.2)"));
        var message = Message.of(new byte[0])
                .addMetadata(new IncomingKafkaRecordMetadata<>(recordOf(report(reportId, "committed")), "reports"))
                .withAck(() -> {
                    titlesAtAcknowledgement.complete(consumer.titles(reportId));
                    return CompletableFuture.completedFuture(null);
                });

        // When
        consumer.receive(message).await().indefinitely();

        // Then
        assertThat(titlesAtAcknowledgement)
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(List.of("committed"));
    }

    @Test
    void retriesWhatIsTransientAndBlocksNothingButItsKey() {
        // Given
        var stuck = IdGenerator.next();
        var dependencyIsAway = new AtomicBoolean(true);
        var attempts = new AtomicInteger();
        consumer.before(stuck, report -> {
            attempts.incrementAndGet();
            if (dependencyIsAway.get()) {
                throw new IllegalStateException("the dependency is away");
            }
        });

        // When
        kafka.publish(report(stuck, "first"));
        kafka.publish(report(stuck, "second"));
        for (var i = 0; i < 20; i++) {
            var other = IdGenerator.next();
            kafka.publish(report(other, "other"));
            awaitTitles(other, "other");
        }

        // Then
        await().untilAsserted(() -> assertThat(attempts).hasValueGreaterThan(FailureKind.SUSPECT_ATTEMPTS));
        assertThat(consumer.titles(stuck)).isEmpty();
        dependencyIsAway.set(false);
        awaitTitles(stuck, "first", "second");
    }

    @Test
    void logsOfMisconductOnlyThatSomethingIsTriedAgain() {
        for (var topic : List.of(Topic.REPORTS, Topic.MISCONDUCT)) {
            // Given
            var reportId = IdGenerator.next();
            var attempts = new AtomicInteger();
            consumer.before(reportId, report -> {
                if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("the dependency is away");
                }
            });
            var record = recordOf(topic, report(reportId, "first"));
            var eventId = new String(record.headers().lastHeader("ce_id").value(), UTF_8);

            // When
            var lines = new LogLines();
            try (lines) {
                var message = Message.of(new byte[0])
                        .addMetadata(new IncomingKafkaRecordMetadata<>(record, "reports"))
                        .withAck(() -> CompletableFuture.failedFuture(new IllegalStateException("no broker")));
                consumer.receive(message).await().indefinitely();
                await().until(() -> lines.all().contains("could not be acknowledged"));
            }

            // Then
            assertThat(lines.all()).contains("An event is tried again");
            if (topic.isOfCompartment()) {
                assertThat(lines.all()).doesNotContain("misconduct", eventId, "the dependency is away", "no broker");
            } else {
                assertThat(lines.all()).contains(topic.topicName(), eventId, "the dependency is away", "no broker");
            }
        }
    }

    @Test
    void retriesAfterAnError() {
        // Given
        var reportId = IdGenerator.next();
        var attempts = new AtomicInteger();
        consumer.before(reportId, report -> {
            if (attempts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("for a test");
            }
        });

        // When
        kafka.publish(report(reportId, "first"));
        kafka.publish(report(reportId, "second"));

        // Then
        awaitTitles(reportId, "first", "second");
    }

    @Test
    void rollsBackInboxAndOutboxWithAFailedAttempt() {
        // Given
        var reportId = IdGenerator.next();
        var attempts = new AtomicInteger();
        consumer.before(reportId, report -> {
            outbox.publish(new DossierOpened(reportId, "MA-TRY" + attempts.incrementAndGet(), Instant.now()));
            if (attempts.get() == 1) {
                throw new IllegalStateException("after publishing");
            }
        });

        // When
        kafka.publish(report(reportId, "one"));

        // Then
        awaitTitles(reportId, "one");
        kafka.await(DossierOpened.class, opened -> opened.dossierId().equals(reportId));
        assertThat(kafka.events(DossierOpened.class))
                .filteredOn(opened -> opened.dossierId().equals(reportId))
                .extracting(DossierOpened::jurisdiction)
                .containsExactly("MA-TRY2");
    }

    @Test
    void passesOverATypeThatThisReleaseDoesNotKnow() {
        // Given
        var reportId = IdGenerator.next();

        // When
        kafka.send(
                Topic.REPORTS.topicName(),
                reportId.toString(),
                "{}".getBytes(UTF_8),
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        IdGenerator.next().toString(),
                        "ce_type",
                        "balagh.intake.Later.v1"));
        kafka.publish(report(reportId, "known"));

        // Then
        awaitTitles(reportId, "known");
        assertThat(kafka.records("balagh.intake.reports.v1.analysis.dlq"))
                .noneMatch(letter -> letter.key().equals(reportId.toString()));
    }

    @Test
    void continuesThePublishersTraceIntoWhatItPublishesItself() {
        // Given
        var reportId = IdGenerator.next();
        var traceId = TraceId.fromLongs(System.nanoTime(), 7);
        var traceparent = "00-" + traceId + "-" + SpanId.fromLong(7) + "-01";
        consumer.before(reportId, report -> outbox.publish(new DossierOpened(reportId, "MA", Instant.now())));

        // When
        sendTraced(report(reportId, "traced"), traceparent);

        // Then
        var sent = kafka.awaitRecord(
                Topic.DOSSIERS.topicName(), found -> found.key().equals(reportId.toString()));
        assertThat(KafkaProbe.header(sent, "ce_traceparent"))
                .startsWith("00-" + traceId)
                .isNotEqualTo(traceparent);
    }

    private static ConsumerRecord<String, byte[]> recordOf(ReportReceived report) {
        return recordOf(Topic.REPORTS, report);
    }

    private static ConsumerRecord<String, byte[]> recordOf(Topic topic, ReportReceived report) {
        var record = new ConsumerRecord<>(
                topic.topicName(), 0, 0, report.reportId().toString(), EventJsonMapper.write(report));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", IdGenerator.next().toString().getBytes(UTF_8))
                .add("ce_type", "balagh.intake.ReportReceived.v1".getBytes(UTF_8));
        return record;
    }

    private void sendTraced(ReportReceived report, String traceparent) {
        kafka.send(
                Topic.REPORTS.topicName(),
                report.reportId().toString(),
                EventJsonMapper.write(report),
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        IdGenerator.next().toString(),
                        "ce_type",
                        "balagh.intake.ReportReceived.v1",
                        "traceparent",
                        traceparent));
    }

    private void awaitTitles(UUID reportId, String... titles) {
        await().untilAsserted(() -> assertThat(consumer.titles(reportId)).containsExactly(titles));
    }

    private static ReportReceived report(UUID reportId, String title) {
        return new ReportReceived(reportId, Channel.DESK, "MA", null, Instant.now(), null, title, null, null, null);
    }
}
