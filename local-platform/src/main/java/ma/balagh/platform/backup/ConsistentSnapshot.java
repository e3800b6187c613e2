package ma.balagh.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.process.SuspendedProcesses;
import org.jspecify.annotations.Nullable;

/**
 * Suspends all writing processes for as long as it takes to put a restore point into PostgreSQL's log, to note where
 * the topics end and to link the files. The tables are still read here as they were then, until the snapshot is closed.
 */
final class ConsistentSnapshot implements AutoCloseable {

    private static final int ATTEMPTS = 10;
    /** Nobody stands still for longer than an attempt and that: requests and consumers of Kafka have their patience. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration REST = Duration.ofSeconds(1);

    /** A restore point takes up to that many bytes of the log: its record and a page's header. */
    private static final long RESTORE_POINT = 256;

    /** What is done while everything stands still; again from its beginning where something still moved. */
    interface Work {
        void run() throws IOException;
    }

    private final String name;
    private final Instant at;
    private final String position;
    private final Duration held;
    private final Map<String, Connection> seeing;

    private ConsistentSnapshot(
            String name, Instant at, String position, Duration held, Map<String, Connection> seeing) {
        this.name = name;
        this.at = at;
        this.position = position;
        this.held = held;
        this.seeing = seeing;
    }

    /** @param writers tells who changes databases, topics or files */
    static ConsistentSnapshot take(DatabaseProvisioner databases, Supplier<List<ProcessHandle>> writers, Work work)
            throws IOException, SQLException, InterruptedException {
        try (var connection = databases.connect("postgres")) {
            for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
                var moment = whileAllStandStill(databases, connection, writers, work);
                if (moment != null) {
                    return moment;
                }
                Thread.sleep(REST);
            }
        }
        throw new SuiteException(
                "No moment was found: somebody who is no part of this suite writes into its databases, or"
                        + " there are more files than can be linked in a moment.");
    }

    private static @Nullable ConsistentSnapshot whileAllStandStill(
            DatabaseProvisioner databases, Connection connection, Supplier<List<ProcessHandle>> writers, Work work)
            throws IOException, SQLException, InterruptedException {
        var begin = System.nanoTime();
        try (var standstill = SuspendedProcesses.of(writers.get())) {
            do {
                // What they had sent to PostgreSQL is still being done.
                Thread.sleep(PAUSE);
                var moment = attempt(databases, connection, work, begin);
                if (moment != null) {
                    return moment;
                }
            } while (System.nanoTime() - begin < LONGEST.toNanos());
            return null;
        }
    }

    /** Nothing when the log moved meanwhile: then what was seen, noted and linked may not fit each other. */
    private static @Nullable ConsistentSnapshot attempt(
            DatabaseProvisioner databases, Connection connection, Work work, long begin)
            throws IOException, SQLException {
        var seeing = new LinkedHashMap<String, Connection>();
        var whole = false;
        try {
            var before = value(connection, "select pg_current_wal_insert_lsn()");
            for (var database : DatabaseProvisioner.names()) {
                seeing.put(database, snapshot(databases.connect(database)));
            }
            work.run();
            var at = Instant.now();
            var name = "balagh-" + at.toEpochMilli();
            var position = value(connection, "select pg_create_restore_point('%s')".formatted(name));
            var moved = value(connection, "select pg_wal_lsn_diff('%s', '%s')".formatted(position, before));
            whole = Long.parseLong(moved) <= RESTORE_POINT;
            return whole
                    ? new ConsistentSnapshot(name, at, position, Duration.ofNanos(System.nanoTime() - begin), seeing)
                    : null;
        } finally {
            if (!whole) {
                close(seeing);
            }
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

    /** How long everybody stood still. */
    Duration held() {
        return held;
    }

    /** What the tables of each database held then. */
    SortedMap<String, DatabaseInventory> inventories() throws SQLException {
        var inventories = new TreeMap<String, DatabaseInventory>();
        for (var database : seeing.entrySet()) {
            inventories.put(database.getKey(), DatabaseInventory.of(database.getValue()));
        }
        return inventories;
    }

    @Override
    public void close() throws SQLException {
        close(seeing);
    }

    private static Connection snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        // The first query of a transaction decides what all of it sees.
        value(connection, "select 1");
        return connection;
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
