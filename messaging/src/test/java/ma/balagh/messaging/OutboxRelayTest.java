package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.Topic;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Relays as two replicas would run them, on a real database and broker that are cut off and come back. */
class OutboxRelayTest {

    @SuppressWarnings("NullAway.Init")
    private static TestPlatform platform;

    @SuppressWarnings("NullAway.Init")
    private static OutboxProbe outbox;

    @SuppressWarnings("NullAway.Init")
    private static KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init")
    private static ProcessHandle broker;

    private final List<RelayReplica> replicas = new ArrayList<>();

    @BeforeAll
    static void startPlatform() {
        // Another test's broker may run in this JVM, too: ours is the one that is new.
        var others = brokers().toList();
        platform = TestPlatform.startFor("analysis");
        broker = brokers()
                .filter(process -> !others.contains(process))
                .findFirst()
                .orElseThrow();
        outbox = new OutboxProbe(platform);
        kafka = platform.kafka();
        var postgres = platform.postgres();
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(), postgres.owner(), postgres.ownerPassword())
                .locations("db/migration", "db/messaging")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopPlatform() {
        platform.close();
    }

    @AfterEach
    void stopReplicas() {
        replicas.forEach(RelayReplica::stop);
    }

    @Test
    void sendsWhatWaitedBeforeItStartedInOrder() throws SQLException {
        // Given
        var subject = IdGenerator.next();
        var published = outbox.publish(subject, 30);

        // When
        var replica = start();

        // Then
        awaitSent(subject, published);
        await().untilAsserted(
                        () -> assertThat(replica.metric("balagh.outbox.sent")).isEqualTo(30));
        assertThat(replica.metric("balagh.outbox.unsent")).isZero();
        assertThat(replica.metric("balagh.outbox.age")).isZero();
    }

    @Test
    void isWokenByACommitWithoutWaitingForItsPoll() throws SQLException {
        // Given
        start(pollingRarely());
        var first = IdGenerator.next();
        awaitSent(first, outbox.publish(first, 1));

        // When
        var subject = IdGenerator.next();
        var published = outbox.publish(subject, 1);

        // Then
        awaitSent(subject, published);
    }

    @Test
    void letsAnotherReplicaTakeOverWhenItStopsAmidItsPoll() throws SQLException {
        // Given
        var first = start(pollingRarely());
        var subject = IdGenerator.next();
        var published = outbox.publish(subject, 3);
        awaitSent(subject, published);
        var second = start();

        // When
        first.stop();
        published.addAll(outbox.publish(subject, 3));

        // Then
        awaitSent(subject, published);
        await().untilAsserted(
                        () -> assertThat(second.metric("balagh.outbox.sent")).isEqualTo(3));
    }

    @Test
    void survivesTheLossOfItsConnectionWithTwoReplicasAndKeepsTheOrder() throws SQLException {
        // Given
        start();
        start();
        var subject = IdGenerator.next();
        var published = outbox.publish(subject, 20);

        // When
        outbox.cutRelays();
        published.addAll(outbox.publish(subject, 20));
        outbox.cutRelays();
        published.addAll(outbox.publish(subject, 20));

        // Then
        await().untilAsserted(() -> assertThat(outbox.waiting(subject)).isZero());
        assertThat(sent(subject).stream().distinct()).containsExactlyElementsOf(published);
    }

    @Test
    void keepsEventsWhileTheBrokerIsAwayAndSendsThemWhenItIsBack() throws Exception {
        // Given
        var replica = start();
        var subject = IdGenerator.next();
        var published = outbox.publish(subject, 5);
        awaitSent(subject, published);

        // When
        signalBroker("STOP");
        try {
            published.addAll(outbox.publish(subject, 5));
            // Longer than the producer tries by itself, so that the relay has to begin again.
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(6))
                    .until(() -> outbox.waiting(subject) == 5);
            assertThat(replica.metric("balagh.outbox.unsent")).isEqualTo(5);
            assertThat(replica.metric("balagh.outbox.age")).isGreaterThan(3);
        } finally {
            signalBroker("CONT");
        }

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outbox.waiting(subject)).isZero());
        assertThat(sent(subject).stream().distinct()).containsExactlyElementsOf(published);
    }

    @Test
    void sendsTheOtherTopicsWhileOneIsMissing() throws Exception {
        // Given
        var absent = "balagh.analysis.absent-" + IdGenerator.next();
        var stuck = IdGenerator.next();
        var held = new ArrayList<>(outbox.publish(absent, stuck, 8));
        for (int i = 0; i < 8; i++) {
            outbox.publish(absent, IdGenerator.next(), 1);
        }
        var subject = IdGenerator.next();
        var published = outbox.publish(subject, 10);

        // When
        start();

        // Then
        awaitSent(subject, published);
        assertThat(outbox.waiting(stuck)).isEqualTo(8);

        // When
        held.addAll(outbox.publish(absent, stuck, 2));
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(absent, 1, (short) 1)))
                    .all()
                    .get();
        }

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sent(absent, stuck)).containsExactlyElementsOf(held));
    }

    @Test
    void sendsTheOtherSubjectsPastAnEventThatTheBrokerRefuses() throws SQLException {
        // Given
        var refused = IdGenerator.next();
        outbox.publish(Topic.DOSSIERS.topicName(), refused, 1, "x".repeat(1_200_000));
        outbox.publish(refused, 1);
        var subject = IdGenerator.next();
        var published = outbox.publish(subject, 10);

        // When
        start();

        // Then
        awaitSent(subject, published);
        assertThat(outbox.waiting(refused)).isEqualTo(2);
        assertThat(sent(refused)).isEmpty();
        outbox.execute("delete from outbox where subject = '" + refused + "'");
    }

    private static TestConfig pollingRarely() {
        return new TestConfig(
                4,
                100,
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                10,
                Duration.ofMinutes(10),
                Duration.ofMillis(50));
    }

    private RelayReplica start() {
        return start(TestConfig.impatient());
    }

    private RelayReplica start(MessagingConfig config) {
        var replica = RelayReplica.start(platform, config, Clock.systemUTC());
        replicas.add(replica);
        return replica;
    }

    private static void awaitSent(UUID subject, List<UUID> published) {
        await().untilAsserted(() -> assertThat(sent(subject)).containsExactlyElementsOf(published));
    }

    private static List<UUID> sent(UUID subject) {
        return sent(Topic.DOSSIERS.topicName(), subject);
    }

    private static List<UUID> sent(String topic, UUID subject) {
        return kafka.records(topic).stream()
                .filter(found -> found.key().equals(subject.toString()))
                .map(found -> UUID.fromString(KafkaProbe.header(found, "ce_id")))
                .toList();
    }

    private static Stream<ProcessHandle> brokers() {
        return ProcessHandle.current()
                .children()
                .filter(process -> process.info().command().orElse("").endsWith("/java"));
    }

    private static void signalBroker(String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(broker.pid()))
                        .start()
                        .waitFor(5, TimeUnit.SECONDS))
                .isTrue();
    }
}
