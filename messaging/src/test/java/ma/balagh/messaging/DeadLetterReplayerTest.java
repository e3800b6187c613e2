package ma.balagh.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.EventJsonMapper;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The process that a Job starts, from its start to its end. */
@QuarkusMainTest
@TestProfile(DeadLetterReplayerTest.Replaying.class)
class DeadLetterReplayerTest {

    private static final String LETTERS = Topic.REPORTS.deadLetterTopicName(SuiteService.ANALYSIS);

    private static final TestPlatform PLATFORM = new TestPlatform();
    private static final Map<String, String> CONFIGURATION = new HashMap<>();

    /** What the environment of the Job says. */
    public static final class Replaying implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("balagh.messaging.replay", "true");
        }
    }

    @BeforeAll
    static void startPlatform() {
        PLATFORM.init(Map.of("service", "analysis"));
        CONFIGURATION.putAll(PLATFORM.start());
        CONFIGURATION.forEach(System::setProperty);
    }

    @AfterAll
    static void stopPlatform() {
        CONFIGURATION.keySet().forEach(System::clearProperty);
        PLATFORM.stop();
    }

    @Test
    void handsEachLetterToItsServiceOnceAndEnds(QuarkusMainLauncher launcher) throws SQLException {
        // Given
        var kafka = PLATFORM.kafka();
        var good = IdGenerator.next();
        var sentTwice = IdGenerator.next();
        var poison = IdGenerator.next();
        put(kafka, IdGenerator.next(), good, null);
        var eventId = IdGenerator.next();
        put(kafka, eventId, sentTwice, null);
        put(kafka, eventId, sentTwice, null);
        put(kafka, IdGenerator.next(), poison, "{");

        // When
        var first = launcher.launch();

        // Then
        assertEnded(first);
        assertThat(titles(good)).containsExactly("good");
        assertThat(titles(sentTwice)).containsExactly("good");
        assertThat(letters(kafka, good)).hasSize(1);
        assertThat(letters(kafka, poison)).hasSize(2).last().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo("{".getBytes(UTF_8));
            assertThat(KafkaProbe.header(letter, "dlq_count")).isEqualTo("2");
            assertThat(KafkaProbe.header(letter, "dlq_topic")).isEqualTo(Topic.REPORTS.topicName());
            assertThat(KafkaProbe.header(letter, "dlq_offset")).isEqualTo("17");
            assertThat(KafkaProbe.header(letter, "dlq_reason")).contains("the body is no");
            assertThat(KafkaProbe.header(letter, "dlq_time")).isNotEqualTo("2026-01-01T00:00:00Z");
        });

        // When
        var second = launcher.launch();

        // Then
        assertEnded(second);
        assertThat(titles(good)).containsExactly("good");
        assertThat(letters(kafka, poison))
                .extracting(letter -> KafkaProbe.header(letter, "dlq_count"))
                .containsExactly("", "2", "3");
        assertThat(kafka.records(Topic.REPORTS.topicName())).isEmpty();
    }

    @Test
    void endsAtOnceWithoutLetters(QuarkusMainLauncher launcher) {
        // Given
        launcher.launch();

        // When
        var ending = launcher.launch();

        // Then
        assertEnded(ending);
    }

    private static void assertEnded(LaunchResult ending) {
        assertThat(ending.exitCode()).as(ending.getOutput()).isZero();
        assertThat(ending.getOutput()).contains("All dead letters are replayed");
    }

    private static void put(KafkaProbe kafka, UUID eventId, UUID reportId, @Nullable String body) {
        var report =
                new ReportReceived(reportId, Channel.DESK, "MA", null, Instant.now(), null, "good", null, null, null);
        kafka.send(
                LETTERS,
                reportId.toString(),
                body == null ? EventJsonMapper.write(report) : body.getBytes(UTF_8),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId.toString(),
                        "ce_type", "balagh.intake.ReportReceived.v1",
                        "ce_source", "intake",
                        "dlq_topic", Topic.REPORTS.topicName(),
                        "dlq_offset", "17",
                        "dlq_time", "2026-01-01T00:00:00Z"));
    }

    private static List<ConsumerRecord<String, byte[]>> letters(KafkaProbe kafka, UUID reportId) {
        return kafka.deadLetters(Topic.REPORTS, SuiteService.ANALYSIS).stream()
                .filter(letter -> requireNonNull(letter.key()).equals(reportId.toString()))
                .toList();
    }

    private static List<String> titles(UUID reportId) throws SQLException {
        try (var connection = PLATFORM.postgres().connect();
                var query = connection.prepareStatement("select title from seen_report where report_id = ?")) {
            query.setObject(1, reportId);
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
