package ma.balagh.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ma.balagh.platform.part.SuiteFailure;
import ma.balagh.platform.postgres.Databases;

/**
 * A moment at which nobody writes: every table of every database is held for as long as it takes to put a restore point
 * into the log, to note where the topics end and to link the files. Whoever writes waits that long and notices nothing
 * else. What the tables hold then is still seen here until the moment is closed.
 */
final class Moment implements AutoCloseable {

    /** What a writer waits at most for our locks, while we wait for another's. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 50;

    /** States of PostgreSQL: a deadlock was broken, a lock was not to be had in time. */
    private static final Map<String, String> TRY_AGAIN = Map.of("40P01", "a deadlock", "55P03", "a long transaction");

    /** What is done while everything stands still. */
    interface Work {
        void run() throws IOException, SQLException;
    }

    private final String name;
    private final Instant at;
    private final String position;
    private final Duration held;
    private final Map<String, Connection> seeing;

    private Moment(String name, Instant at, String position, Duration held, Map<String, Connection> seeing) {
        this.name = name;
        this.at = at;
        this.position = position;
        this.held = held;
        this.seeing = seeing;
    }

    /** Takes a moment, trying again where a transaction that is under way does not end in time. */
    static Moment take(Databases databases, Work work) throws IOException, SQLException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var seeing = new LinkedHashMap<String, Connection>();
            try {
                return take(databases, work, seeing);
            } catch (IOException | SQLException | RuntimeException e) {
                close(seeing);
                var why = e instanceof SQLException failure ? TRY_AGAIN.get(failure.getSQLState()) : null;
                if (why == null) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new SuiteFailure(
                            "No moment was found at which nobody writes: " + why + " was in the way.", e);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static Moment take(Databases databases, Work work, Map<String, Connection> seeing)
            throws IOException, SQLException {
        var holding = new LinkedHashMap<String, Connection>();
        try {
            for (var database : Databases.names()) {
                holding.put(database, held(databases.connect(database)));
                seeing.put(database, snapshot(databases.connect(database)));
            }
            var begin = System.nanoTime();
            for (var connection : holding.values()) {
                lockAll(connection);
            }
            for (var connection : seeing.values()) {
                // The first query of a transaction decides what all of it sees.
                value(connection, "select 1");
            }
            var at = Instant.now();
            var name = "balagh-" + at.toEpochMilli();
            work.run();
            var position =
                    value(holding.values().iterator().next(), "select pg_create_restore_point('%s')".formatted(name));
            var held = Duration.ofNanos(System.nanoTime() - begin);
            return new Moment(name, at, position, held, seeing);
        } finally {
            close(holding);
        }
    }

    /** Of the restore point. */
    String name() {
        return name;
    }

    Instant at() {
        return at;
    }

    /** Of the restore point in the log. */
    String position() {
        return position;
    }

    /** How long everything was held. */
    Duration held() {
        return held;
    }

    /** What the tables of each database held then. */
    SortedMap<String, Inventory> inventories() throws SQLException {
        var inventories = new TreeMap<String, Inventory>();
        for (var database : seeing.entrySet()) {
            inventories.put(database.getKey(), Inventory.of(database.getValue()));
        }
        return inventories;
    }

    @Override
    public void close() throws SQLException {
        close(seeing);
    }

    /** Finds a deadlock before anybody else in it does, so that it is this transaction which gives way. */
    private static Connection held(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set deadlock_timeout to '50ms'");
            statement.execute("set lock_timeout to '%dms'".formatted(PATIENCE.toMillis()));
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static Connection snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static void lockAll(Connection connection) throws SQLException {
        var tables = Inventory.names(connection);
        if (!tables.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute("lock table " + String.join(", ", tables) + " in share mode");
            }
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void close(Map<String, Connection> connections) throws SQLException {
        for (var connection : connections.values()) {
            connection.close();
        }
    }
}
