package ma.balagh.messaging;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import ma.balagh.contracts.EventJsonMapper;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ChannelRecoveryDecoratorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    TestConsumer consumer;

    @Inject
    KafkaClientService clients;

    @Inject
    MeterRegistry meters;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> connection;

    @SuppressWarnings("NullAway.Init") // by the test platform
    KafkaProbe kafka;

    @Test
    void readsOnBehindWhatWasAcknowledgedAfterAPollHasFailed() {
        // Given
        var before = IdGenerator.next();
        kafka.publish(report(before, "before"));
        awaitTitles(before, "before");
        var inWork = IdGenerator.next();
        var attempts = new AtomicInteger();
        var isHeld = new AtomicBoolean(true);
        consumer.before(inWork, report -> {
            attempts.incrementAndGet();
            await().atMost(PATIENCE).untilFalse(isHeld);
        });
        kafka.publish(report(inWork, "in work"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(attempts).hasValue(1));
        var failing = IdGenerator.next();
        FailingPoll.failAt(failing.toString());

        // When
        kafka.publish(report(failing, "first"));
        kafka.publish(report(failing, "second"));
        await().atMost(PATIENCE).until(() -> !FailingPoll.isAwaited());
        var after = IdGenerator.next();
        kafka.publish(report(after, "after"));

        // Then
        awaitTitles(failing, "first", "second");
        awaitTitles(after, "after");
        isHeld.set(false);
        awaitTitles(inWork, "in work");
        awaitAllAcknowledged();
        assertThat(consumer.titles(before)).containsExactly("before");
        assertThat(consumer.titles(inWork)).containsExactly("in work");
        assertThat(attempts).hasValue(1);
        awaitLiveness(200);
    }

    @Test
    void recoversAsOftenAsItsChannelFails() {
        for (var i = 0; i < 3; i++) {
            // Given
            var failing = IdGenerator.next();
            FailingPoll.failAt(failing.toString());

            // When
            kafka.publish(report(failing, "once"));

            // Then
            awaitTitles(failing, "once");
        }
        awaitAllAcknowledged();
        awaitLiveness(200);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("micrometer-kafka-metrics"))
                .as("one for each consumer whose metrics are bound")
                .hasSize(1);
        assertThat(meters.find("kafka.consumer.last.poll.seconds.ago").gauges()).hasSize(1);
    }

    @Test
    void replacesAConsumerThatWasClosedInSilence() {
        // Given
        assertThat(newest()).isInstanceOfSatisfying(ReactiveKafkaConsumer.class, ReactiveKafkaConsumer::close);
        var reportId = IdGenerator.next();

        // When
        kafka.publish(report(reportId, "unheard"));

        // Then
        awaitTitles(reportId, "unheard");
        awaitLiveness(200);
    }

    @Test
    void readsARecordWhoseCloudEventHasMalformedAttributes() {
        // Given
        var reportId = IdGenerator.next();

        // When
        kafka.send(
                Topic.REPORTS.topicName(),
                reportId.toString(),
                EventJsonMapper.write(report(reportId, "malformed")),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", IdGenerator.next().toString(),
                        "ce_source", "no URI at all",
                        "ce_type", "balagh.intake.ReportReceived.v1",
                        "ce_time", "yesterday"));
        kafka.publish(report(reportId, "well-formed"));

        // Then
        awaitTitles(reportId, "malformed", "well-formed");
        awaitLiveness(200);
    }

    @Test
    void takesARecordOverAfterAnError() {
        // Given
        var reportId = IdGenerator.next();
        var attempts = new AtomicInteger();
        var isAcknowledged = new CompletableFuture<Void>();
        var metadata = Metadata.of(new IncomingKafkaRecordMetadata<>(recordOf(report(reportId, "late")), "reports"));
        var message = new Message<byte[]>() {

            @Override
            public byte[] getPayload() {
                return new byte[0];
            }

            @Override
            public Metadata getMetadata() {
                if (attempts.incrementAndGet() == 1) {
                    throw new InternalError("for a test");
                }
                return metadata;
            }

            @Override
            public CompletionStage<Void> ack() {
                isAcknowledged.complete(null);
                return isAcknowledged;
            }
        };

        // When
        consumer.receive(message).await().atMost(PATIENCE);

        // Then
        assertThat(isAcknowledged).succeedsWithin(PATIENCE);
        assertThat(consumer.titles(reportId)).containsExactly("late");
    }

    @Test
    void isNotLiveWhileAConsumerHasStoppedPolling() {
        // Given
        awaitLiveness(200);
        var isReleased = new CountDownLatch(1);

        // When
        var stopped = newest().runOnPollingThread(polling -> {
                    awaitRelease(isReleased);
                })
                .subscribeAsCompletionStage();

        // Then
        try {
            awaitLiveness(503);
        } finally {
            isReleased.countDown();
        }
        assertThat(stopped).succeedsWithin(PATIENCE);
        awaitLiveness(200);
    }

    private KafkaConsumer<String, byte[]> newest() {
        return clients.<String, byte[]>getConsumers("reports").getLast();
    }

    private static void awaitRelease(CountDownLatch isReleased) {
        try {
            isReleased.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTitles(UUID reportId, String... titles) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(consumer.titles(reportId)).containsExactly(titles));
    }

    private static void awaitLiveness(int status) {
        await().pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/live").then().statusCode(status));
    }

    /** Until Kafka knows every record of the topic as done by this service. */
    private void awaitAllAcknowledged() {
        try (var admin = Admin.create(connection)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                var committed = new HashMap<TopicPartition, Long>();
                admin.listConsumerGroupOffsets("analysis")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, done) -> committed.put(partition, done.offset()));
                var latest = committed.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
                assertThat(admin.listOffsets(latest).all().get())
                        .allSatisfy((partition, end) -> assertThat(committed).containsEntry(partition, end.offset()));
            });
        }
    }

    private static ConsumerRecord<String, byte[]> recordOf(ReportReceived report) {
        var record = new ConsumerRecord<>(
                Topic.REPORTS.topicName(), 0, 0, report.reportId().toString(), EventJsonMapper.write(report));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        IdGenerator.next().toString(),
                        "ce_type",
                        "balagh.intake.ReportReceived.v1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static ReportReceived report(UUID reportId, String title) {
        return new ReportReceived(reportId, Channel.DESK, "MA", null, Instant.now(), null, title, null, null, null);
    }
}
