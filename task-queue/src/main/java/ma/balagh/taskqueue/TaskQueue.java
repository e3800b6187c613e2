package ma.balagh.taskqueue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The leases of a table's rows. A lease has a token of its own, and who writes names it: a worker that was killed, stalled
 * or cut off for longer than its lease cannot end a task that another one has claimed. The lease's time only decides when
 * somebody else tries; whether a write counts is decided by the token, so that no clock can break it.
 *
 * <p>Writes join the caller's transaction where there is one.
 */
public final class TaskQueue<T extends LeasedTask> {

    /** Reads a claimed row: {@code id}, {@code lease_owner}, {@code lost_leases} and the columns of the table. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at a task before it is leased, in the transaction of the claim, while no other replica claims. */
    @FunctionalInterface
    public interface ClaimCheck {

        /**
         * @param id of the task that comes first, whose row is locked
         * @return whether it is leased; if not, the check has made it one that is not to be claimed now, and the next one
         *     follows
         */
        boolean mayBeLeased(Connection connection, UUID id) throws SQLException;
    }

    /** @param overdue seconds since when the first of those that wait has been due */
    record Count(long waiting, long leased, double overdue) {}

    @FunctionalInterface
    private interface Query<R> {
        R on(Connection connection) throws SQLException;
    }

    /**
     * After a look that found nothing. What becomes due may have to wait for its key: while tasks of one key pile up, the
     * next of them is due at any moment, and the queue would be looked at without pause.
     */
    private static final Duration REST = Duration.ofMillis(50);

    private final DataSource pool;
    private final TaskTable table;
    private final TaskStatements statements;
    private final Reader<T> reader;
    private final TaskWorkersConfig config;
    private final @Nullable ClaimCheck check;

    public TaskQueue(DataSource pool, TaskTable table, TaskWorkersConfig config, Reader<T> reader) {
        this(pool, table, config, reader, null);
    }

    public TaskQueue(
            DataSource pool, TaskTable table, TaskWorkersConfig config, Reader<T> reader, @Nullable ClaimCheck check) {
        this.pool = pool;
        this.table = table;
        this.statements = new TaskStatements(table, config);
        this.reader = reader;
        this.config = config;
        this.check = check;
    }

    public String name() {
        return table.name();
    }

    /** Leases the first task that may be claimed. Not within another transaction. */
    public Optional<T> claim() {
        return on(
                connection -> table.key() == null && check == null ? claimFirst(connection) : claimInTurn(connection));
    }

    /** Nobody claims until the caller's transaction ends; only of queues with a key or a check. */
    public void lockClaims() {
        on(this::lockClaims);
    }

    private Optional<T> claimInTurn(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lockClaims(connection);
            Optional<T> task = check == null ? claimFirst(connection) : claimChecked(connection, check);
            connection.commit();
            return task;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private boolean lockClaims(Connection connection) throws SQLException {
        try (var lock = prepared(connection, TaskStatements.LOCK_CLAIMS, table.name())) {
            return lock.execute();
        }
    }

    private Optional<T> claimFirst(Connection connection) throws SQLException {
        return claimed(connection, statements.claim(), config.lease().toMillis());
    }

    private Optional<T> claimChecked(Connection connection, ClaimCheck check) throws SQLException {
        for (UUID next = next(connection); next != null; next = next(connection)) {
            if (check.mayBeLeased(connection, next)) {
                return claimed(
                        connection, statements.claimLocked(), config.lease().toMillis(), next);
            }
        }
        return Optional.empty();
    }

    private @Nullable UUID next(Connection connection) throws SQLException {
        try (var query = prepared(connection, statements.next());
                var row = query.executeQuery()) {
            return row.next() ? row.getObject(1, UUID.class) : null;
        }
    }

    private Optional<T> claimed(Connection connection, String sql, Object... values) throws SQLException {
        try (var update = prepared(connection, sql, values);
                var row = update.executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }

    /** Renews the leases of these tasks; gives back the tokens of those whose lease is lost. */
    Set<UUID> renew(Collection<T> tasks) {
        Object[] ids = tasks.stream().map(LeasedTask::id).toArray();
        Object[] tokens = tasks.stream().map(LeasedTask::token).toArray();
        return on(connection -> {
            var idArray = connection.createArrayOf("uuid", ids);
            var tokenArray = connection.createArrayOf("uuid", tokens);
            try (var update =
                    prepared(connection, statements.renew(), config.lease().toMillis(), idArray, tokenArray)) {
                update.executeUpdate();
            }
            var lost = new HashSet<UUID>();
            try (var query = prepared(connection, statements.lost(), idArray, tokenArray);
                    var row = query.executeQuery()) {
                while (row.next()) {
                    lost.add(row.getObject(1, UUID.class));
                }
            }
            return lost;
        });
    }

    /** Gives the row back at once and without blame: this worker stops. */
    void release(T task) {
        update(statements.release(), task);
    }

    /** Gives the row back because something that it needs is away. */
    void retryLater(T task, String failure) {
        update(
                statements.retryLater(),
                task,
                config.longestRetry().toMillis(),
                config.retry().toMillis(),
                failure);
    }

    /** Ends this lease as if the worker had died: the work itself failed, and may do so again. */
    public void lose(T task, String failure) {
        update(statements.lose(), task, failure);
    }

    /**
     * Ends the task with what came of it.
     *
     * @param changes of the row beside its lease, the state among them, with a {@code ?} for each value
     * @throws LeaseLostException when another worker may have the row; nothing is written
     */
    public void end(T task, String changes, @Nullable Object... values) {
        if (!update(statements.end(changes), task, values)) {
            throw new LeaseLostException();
        }
    }

    /**
     * Writes to the row while it is leased.
     *
     * @param changes with a {@code ?} for each value
     * @return false when the lease is lost, and nothing was written
     */
    public boolean write(T task, String changes, @Nullable Object... values) {
        return update(statements.write(changes), task, values);
    }

    /** How long until the next task is due that waits, at most {@code longest}; but no less than a short rest. */
    Duration untilNextLook(Duration longest) {
        return on(connection -> {
            try (var query = prepared(connection, statements.untilNextDue(), longest.toMillis());
                    var row = query.executeQuery()) {
                row.next();
                return Duration.ofMillis(Math.max(REST.toMillis(), row.getLong(1)));
            }
        });
    }

    Count count() {
        return on(connection -> {
            try (var query = prepared(connection, statements.count());
                    var row = query.executeQuery()) {
                row.next();
                return new Count(row.getLong("waiting"), row.getLong("leased"), row.getDouble("overdue"));
            }
        });
    }

    private boolean update(String sql, T task, @Nullable Object... values) {
        return on(connection -> {
            try (var update = prepared(connection, sql, values)) {
                update.setObject(values.length + 1, task.id());
                update.setObject(values.length + 2, task.token());
                return update.executeUpdate() == 1;
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int k = 0; k < values.length; k++) {
            statement.setObject(k + 1, values[k]);
        }
        return statement;
    }

    private <R> R on(Query<R> query) {
        try (Connection connection = pool.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the queue %s cannot be read or written".formatted(table.name()), e);
        }
    }
}
