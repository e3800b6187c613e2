package ma.balagh.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The relay's own connection, outside the pool: its session holds the advisory lock that makes one relay the active one,
 * and listens for notifications. When the connection ends, however it ends, PostgreSQL gives the lock to another.
 */
final class RelaySession implements AutoCloseable {

    /** Polled by standbys rather than waited for: a waiting statement would hold back vacuum for as long as it waits. */
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended('balagh.outbox.relay', 0))";

    private static final String OLDEST = """
            select position, id, topic, type, subject, time, traceparent, payload
            from outbox where topic <> all(?) order by position limit ?
            """;

    /**
     * Rows that are gone lie in the way of {@link #OLDEST} until they are vacuumed. PostgreSQL would do that once a minute
     * at best, which in a burst is each time some ten thousands of them.
     */
    private static final int LITTER = 5_000;

    private static final String TIDY = "vacuum (skip_locked, truncate false) outbox";

    private final ListeningConnection listening;
    private final Connection connection;
    private int litter;

    private RelaySession(ListeningConnection listening) {
        this.listening = listening;
        this.connection = listening.connection();
    }

    static RelaySession open(DataSource dedicated) throws SQLException {
        return new RelaySession(ListeningConnection.open(dedicated));
    }

    /** Whether this session is the active relay from now on. */
    boolean tryToLead() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(TRY_LOCK)) {
            result.next();
            if (!result.getBoolean(1)) {
                return false;
            }
            listening.listen("outbox");
            return true;
        }
    }

    /** Returns early when something was published since the last call. */
    void awaitNotification(Duration timeout) throws SQLException {
        listening.awaitNotification(timeout);
    }

    /** @param except topics whose events are passed over */
    List<OutboxEvent> oldest(int limit, Collection<String> except) throws SQLException {
        try (var statement = connection.prepareStatement(OLDEST)) {
            statement.setArray(1, connection.createArrayOf("text", except.toArray()));
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                var events = new ArrayList<OutboxEvent>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    long count() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from outbox")) {
            result.next();
            return result.getLong(1);
        }
    }

    void delete(Collection<OutboxEvent> sent) throws SQLException {
        try (var statement = connection.prepareStatement("delete from outbox where position = any(?)")) {
            var positions = sent.stream().map(OutboxEvent::position).toArray(Long[]::new);
            statement.setArray(1, connection.createArrayOf("bigint", positions));
            litter += statement.executeUpdate();
        }
    }

    /** To be called when nothing waits: sending stands still meanwhile. */
    void tidy() throws SQLException {
        if (litter >= LITTER) {
            litter = 0;
            try (var statement = connection.createStatement()) {
                statement.execute(TIDY);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        listening.close();
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getBytes("payload"));
    }
}
