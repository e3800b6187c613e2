package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.Topic;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Relays as two replicas would run them, on a real database and broker that are cut off and come back. */
class RelayTest {

    @SuppressWarnings("NullAway.Init")
    private static TestPlatform platform;

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
        kafka = new KafkaProbe(platform.bootstrapServers());
        Flyway.configure()
                .dataSource(platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword())
                .locations("db/messaging")
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
        var subject = Ids.next();
        var published = publish(subject, 30);

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
        start(new TestConfig(
                4,
                100,
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                10,
                Duration.ofMinutes(10),
                Duration.ofMillis(50),
                Duration.ofDays(30)));
        var first = Ids.next();
        awaitSent(first, publish(first, 1));

        // When
        var subject = Ids.next();
        var published = publish(subject, 1);

        // Then
        awaitSent(subject, published);
    }

    @Test
    void letsAnotherReplicaTakeOverWhenItStops() throws SQLException {
        // Given
        var first = start();
        var subject = Ids.next();
        var published = publish(subject, 3);
        awaitSent(subject, published);
        var second = start();

        // When
        var begun = System.nanoTime();
        first.stop();
        var stopTime = Duration.ofNanos(System.nanoTime() - begun);
        published.addAll(publish(subject, 3));

        // Then
        awaitSent(subject, published);
        await().untilAsserted(
                        () -> assertThat(second.metric("balagh.outbox.sent")).isEqualTo(3));
        assertThat(stopTime).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void survivesTheLossOfItsConnectionWithTwoReplicasAndKeepsTheOrder() throws SQLException {
        // Given
        start();
        start();
        var subject = Ids.next();
        var published = publish(subject, 20);

        // When
        cutRelays();
        published.addAll(publish(subject, 20));
        cutRelays();
        published.addAll(publish(subject, 20));

        // Then
        await().untilAsserted(() -> assertThat(waiting(subject)).isZero());
        assertThat(sent(subject).stream().distinct()).containsExactlyElementsOf(published);
    }

    @Test
    void keepsEventsWhileTheBrokerIsAwayAndSendsThemWhenItIsBack() throws Exception {
        // Given
        var replica = start();
        var subject = Ids.next();
        var published = publish(subject, 5);
        awaitSent(subject, published);

        // When
        signalBroker("STOP");
        try {
            published.addAll(publish(subject, 5));
            // Longer than the producer tries by itself, so that the relay has to begin again.
            await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(6)).until(() -> waiting(subject) == 5);
            assertThat(replica.metric("balagh.outbox.unsent")).isEqualTo(5);
            assertThat(replica.metric("balagh.outbox.age")).isGreaterThan(3);
        } finally {
            signalBroker("CONT");
        }

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(waiting(subject)).isZero());
        assertThat(sent(subject).stream().distinct()).containsExactlyElementsOf(published);
    }

    @Test
    void forgetsInboxEntriesOlderThanTheRetention() throws SQLException {
        // Given
        var old = Ids.next();
        var recent = Ids.next();
        try (var connection = connect();
                var insert = connection.prepareStatement(
                        "insert into inbox (event_id, type, processed_at) values (?, 't', now() - ?::interval)")) {
            insert.setObject(1, old);
            insert.setString(2, "31 days");
            insert.execute();
            insert.setObject(1, recent);
            insert.setString(2, "29 days");
            insert.execute();
        }

        // When
        start();

        // Then
        await().until(() -> count("select count(*) from inbox where event_id = ?", old) == 0);
        assertThat(count("select count(*) from inbox where event_id = ?", recent))
                .isOne();
    }

    private RelayReplica start() {
        return start(TestConfig.impatient());
    }

    private RelayReplica start(MessagingConfig config) {
        var replica = RelayReplica.start(platform, config, Clock.systemUTC());
        replicas.add(replica);
        return replica;
    }

    /** One transaction; returns the ids in order. */
    private static List<UUID> publish(UUID subject, int count) throws SQLException {
        var ids = new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> Ids.next()).toList());
        try (var connection = connect();
                var insert = connection.prepareStatement("""
                        insert into outbox (id, topic, type, subject, time, payload)
                        values (?, ?, 'balagh.analysis.DossierConcluded.v1', ?, now(), '{}')
                        """)) {
            connection.setAutoCommit(false);
            for (var id : ids) {
                insert.setObject(1, id);
                insert.setString(2, Topic.DOSSIERS.topicName());
                insert.setString(3, subject.toString());
                insert.execute();
            }
            connection.commit();
        }
        return ids;
    }

    private static void awaitSent(UUID subject, List<UUID> published) {
        await().untilAsserted(() -> assertThat(sent(subject)).containsExactlyElementsOf(published));
    }

    private static List<UUID> sent(UUID subject) {
        return kafka.records(Topic.DOSSIERS.topicName()).stream()
                .filter(found -> found.key().equals(subject.toString()))
                .map(found -> UUID.fromString(KafkaProbe.header(found, "ce_id")))
                .toList();
    }

    private static int waiting(UUID subject) throws SQLException {
        return count("select count(*) from outbox where subject = ?::text", subject);
    }

    private static int count(String sql, UUID id) throws SQLException {
        try (var connection = connect();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private static void cutRelays() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'outbox-relay'");
        }
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

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword());
    }
}
