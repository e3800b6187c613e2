package ma.balagh.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.platform.kafka.TopicProvisioner;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TestPlatformTest {

    private static TestPlatform platform;
    private static KafkaProbe kafka;

    @BeforeAll
    static void start() {
        platform = TestPlatform.startFor("intake");
        kafka = platform.kafka();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void givesTheServiceADatabaseThatAnotherRoleOwns() throws Exception {
        // When
        try (var connection = platform.postgres().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        select current_user, (select rolsuper from pg_roles where rolname = current_user),
                               current_setting('server_version_num')::int / 10000,
                               (select datdba::regrole::text from pg_database where datname = current_database())
                        """)) {
            // Then
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("intake");
            assertThat(result.getBoolean(2)).isFalse();
            assertThat(result.getInt(3)).isEqualTo(18);
            assertThat(result.getString(4))
                    .isEqualTo("intake_owner")
                    .isEqualTo(platform.postgres().owner());
        }
    }

    @Test
    void hasEveryTopicWithADeadLetterTopicForEachConsumer() throws Exception {
        // When
        Set<String> names;
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            names = admin.listTopics().names().get();
        }
        // Then
        assertThat(names).containsAll(TopicProvisioner.names()).contains("balagh.intake.reports.v1.analysis.dlq");
    }

    @Test
    void findsAnEventThatWasPublished() {
        // Given
        var report = new ReportReceived(
                IdGenerator.next(),
                Channel.PRESS,
                "MA-CAS",
                null,
                Instant.EPOCH,
                "https://example.org/v",
                null,
                null,
                "ar",
                null);
        // When
        var eventId = kafka.publish(report);
        // Then
        assertThat(kafka.await(ReportReceived.class, report::equals)).isEqualTo(report);
        assertThat(kafka.records(Topic.REPORTS.topicName()))
                .anySatisfy(
                        found -> assertThat(KafkaProbe.header(found, "ce_id")).isEqualTo(eventId.toString()));
    }

    @Test
    void listsDeadLetters() {
        // Given
        var poison = "no json".getBytes(StandardCharsets.UTF_8);
        // When
        kafka.send(
                Topic.EVIDENCE.deadLetterTopicName(SuiteService.ANALYSIS),
                "key",
                poison,
                Map.of("reason", "undecodable"));
        // Then
        assertThat(kafka.deadLetters(Topic.EVIDENCE, SuiteService.ANALYSIS))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.value()).isEqualTo(poison);
                    assertThat(KafkaProbe.header(letter, "reason")).isEqualTo("undecodable");
                });
    }

    @Test
    void signsTokensWithOneKeyForTheWholeJvm() {
        // When
        var first = TestSigningKey.current();
        var second = TestSigningKey.current();
        // Then
        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(TestTokens.of("analyst", "analyst").withUnit("UNIT-1").sign().split("\\."))
                .hasSize(3);
    }
}
