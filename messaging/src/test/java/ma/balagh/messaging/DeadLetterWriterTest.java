package ma.balagh.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class DeadLetterWriterTest {

    private static final String BODY = """
            {"reportId":"%s","channel":"DESK","jurisdiction":"MA","receivedAt":"2026-11-25T10:15:30Z"}\
            """.formatted(IdGenerator.next());

    @Inject
    Database database;

    @Inject
    TestConsumer consumer;

    @Inject
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init") // by the test platform
    KafkaProbe kafka;

    @ParameterizedTest
    @MethodSource("poison")
    void takesWhatIsNoEventWithItsReason(String reason, Map<String, String> headers, String body) {
        // Given
        var key = IdGenerator.next();

        // When
        kafka.send(Topic.REPORTS.topicName(), key.toString(), body.getBytes(UTF_8), headers);
        kafka.publish(report(key, "after"));

        // Then
        var letter = awaitLetter(key);
        assertThat(new String(letter.value(), UTF_8)).isEqualTo(body);
        headers.forEach((name, text) ->
                assertThat(KafkaProbe.header(letter, name)).as(name).isEqualTo(text));
        assertThat(KafkaProbe.header(letter, "dlq_reason")).contains(reason);
        assertThat(KafkaProbe.header(letter, "dlq_exception")).isNotEmpty();
        assertThat(KafkaProbe.header(letter, "dlq_consumer")).isEqualTo("analysis");
        assertThat(KafkaProbe.header(letter, "dlq_count")).isEqualTo("1");
        assertThat(Instant.parse(KafkaProbe.header(letter, "dlq_time"))).isBeforeOrEqualTo(Instant.now());
        await().untilAsserted(() -> assertThat(consumer.titles(key)).containsExactly("after"));
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("no header ce_specversion", Map.of(), BODY),
                Arguments.of("no header ce_id", without("ce_id"), BODY),
                Arguments.of("ce_id is no UUID", with("ce_id", "4711"), BODY),
                Arguments.of("no header ce_type", without("ce_type"), BODY),
                Arguments.of("not CloudEvents 1.0", with("ce_specversion", "2.0"), BODY),
                Arguments.of("does not belong on", with("ce_type", "balagh.dispatch.IncidentReferred.v1"), BODY),
                Arguments.of("the body is no balagh.intake.ReportReceived.v1", headers(), "{"),
                Arguments.of("the body is no balagh.intake.ReportReceived.v1", headers(), "{\"channel\":\"DESK\"}"));
    }

    @Test
    void sayFromWhereTheyComeSoThatTheyCanBeReplayed() {
        // Given
        var key = IdGenerator.next();
        kafka.send(Topic.REPORTS.topicName(), key.toString(), "{".getBytes(UTF_8), headers());

        // When
        var letter = awaitLetter(key);

        // Then
        var origin = kafka.records(KafkaProbe.header(letter, "dlq_topic")).stream()
                .filter(found -> found.partition() == Integer.parseInt(KafkaProbe.header(letter, "dlq_partition")))
                .filter(found -> found.offset() == Long.parseLong(KafkaProbe.header(letter, "dlq_offset")))
                .findFirst()
                .orElseThrow();
        assertThat(origin.key()).isEqualTo(letter.key());
        assertThat(origin.value()).isEqualTo(letter.value());
    }

    @Test
    void takeWhatTheHandlerCallsPermanentAtOnce() {
        // Given
        var key = IdGenerator.next();
        var eventId = IdGenerator.next();
        var attempts = new AtomicInteger();
        consumer.before(key, report -> {
            attempts.incrementAndGet();
            throw new PermanentFailureException("this report can never be taken");
        });

        // When
        kafka.publish(eventId, report(key, "never"));

        // Then
        var letter = awaitLetter(key);
        assertThat(KafkaProbe.header(letter, "dlq_reason")).isEqualTo("this report can never be taken");
        assertThat(KafkaProbe.header(letter, "dlq_exception")).isEqualTo(PermanentFailureException.class.getName());
        assertThat(KafkaProbe.header(letter, "ce_id")).isEqualTo(eventId.toString());
        assertThat(attempts).hasValue(1);
        assertThat(consumer.isInInbox(eventId)).isFalse();
    }

    @Test
    void takeAViolatedConstraintAfterSomeAttempts() {
        // Given
        var key = IdGenerator.next();
        var attempts = new AtomicInteger();
        consumer.before(key, report -> {
            attempts.incrementAndGet();
            database.execute("insert into seen_report (report_id) values (null)");
        });

        // When
        kafka.publish(report(key, "never"));

        // Then
        var letter = awaitLetter(key);
        assertThat(KafkaProbe.header(letter, "dlq_exception")).isEqualTo("org.postgresql.util.PSQLException");
        assertThat(attempts).hasValue(FailureKind.SUSPECT_ATTEMPTS);
    }

    @Test
    void areCountedLikeTheAttemptsBeforeThem() {
        // Given
        var key = IdGenerator.next();
        var letters = metrics.get("balagh.dead.letters").counter();
        var failures =
                metrics.get("balagh.events.handled").tag("outcome", "failed").timer();
        var lettersBefore = letters.count();
        var failuresBefore = failures.count();
        consumer.before(key, report -> {
            throw new PermanentFailureException("this report can never be taken");
        });

        // When
        kafka.publish(report(key, "never"));

        // Then
        await().untilAsserted(() -> {
            assertThat(failures.count()).isEqualTo(failuresBefore + 1);
            assertThat(letters.count()).isEqualTo(lettersBefore + 1);
        });
    }

    @Test
    void areNoneWhereEventsAreHandled() {
        // Given
        var key = IdGenerator.next();
        var letters = metrics.get("balagh.dead.letters").counter().count();
        var done = metrics.get("balagh.events.handled").tag("outcome", "done").timer();
        var doneBefore = done.count();

        // When
        kafka.publish(report(key, "good"));

        // Then
        await().untilAsserted(() -> assertThat(done.count()).isGreaterThan(doneBefore));
        assertThat(metrics.get("balagh.dead.letters").counter().count()).isEqualTo(letters);
    }

    private ConsumerRecord<String, byte[]> awaitLetter(UUID key) {
        return kafka.awaitRecord(
                Topic.REPORTS.deadLetterTopicName(SuiteService.ANALYSIS),
                found -> found.key().equals(key.toString()));
    }

    private static Map<String, String> headers() {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", IdGenerator.next().toString(),
                "ce_type", "balagh.intake.ReportReceived.v1",
                "ce_source", "intake");
    }

    private static Map<String, String> without(String name) {
        var headers = new HashMap<>(headers());
        headers.remove(name);
        return headers;
    }

    private static Map<String, String> with(String name, String text) {
        var headers = new HashMap<>(headers());
        headers.put(name, text);
        return headers;
    }

    private static ReportReceived report(UUID reportId, String title) {
        return new ReportReceived(reportId, Channel.DESK, "MA", null, Instant.now(), null, title, null, null, null);
    }
}
