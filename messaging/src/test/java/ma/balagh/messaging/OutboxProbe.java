package ma.balagh.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.Topic;
import ma.balagh.platform.test.TestPlatform;

/** The outbox as a service's transactions fill it, and as an administrator sees it. */
record OutboxProbe(TestPlatform platform) {

    List<UUID> publish(UUID subject, int count) throws SQLException {
        return publish(Topic.DOSSIERS.topicName(), subject, count);
    }

    List<UUID> publish(String topic, UUID subject, int count) throws SQLException {
        return publish(topic, subject, count, "{}");
    }

    /** One transaction, after which the relay is woken; returns the ids in order. */
    List<UUID> publish(String topic, UUID subject, int count, String payload) throws SQLException {
        var ids = new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> IdGenerator.next()).toList());
        try (var connection = connect();
                var insert = connection.prepareStatement("""
                        insert into outbox (id, topic, type, subject, time, payload)
                        values (?, ?, 'balagh.analysis.DossierOpened.v1', ?, now(), ?)
                        """)) {
            connection.setAutoCommit(false);
            for (var id : ids) {
                insert.setObject(1, id);
                insert.setString(2, topic);
                insert.setString(3, subject.toString());
                insert.setBytes(4, payload.getBytes(UTF_8));
                insert.execute();
            }
            connection.commit();
        }
        execute("notify outbox");
        return ids;
    }

    int waiting(UUID subject) throws SQLException {
        return count("select count(*) from outbox where subject = ?::text", subject);
    }

    private int count(String sql, UUID id) throws SQLException {
        try (var connection = connect();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    void cutRelays() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'outbox-relay'");
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return platform.postgres().connect();
    }
}
