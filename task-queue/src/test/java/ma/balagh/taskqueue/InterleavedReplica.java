package ma.balagh.taskqueue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A replica that does one step at a time, with one connection, and believes in its lease until it is told otherwise. */
final class InterleavedReplica implements AutoCloseable {

    private final String name;
    private final DataSource pool;
    private final TaskWorkersConfig config;
    private final TaskQueue.@Nullable ClaimCheck check;
    private Connection connection;
    private TaskQueue<Chore> queue;
    private @Nullable Chore held;
    private boolean ending;

    InterleavedReplica(String name, DataSource pool, TaskWorkersConfig config, TaskQueue.@Nullable ClaimCheck check)
            throws SQLException {
        this.name = name;
        this.pool = pool;
        this.config = config;
        this.check = check;
        this.connection = pool.getConnection();
        this.queue = queue();
        // The steps are one thread's: whatever waited for a lock here would wait for ever.
        execute("set lock_timeout = '5s'");
    }

    /** Does nothing where the step cannot come next. */
    void take(InterleavingsTest.Step step, InterleavedReplica clock) throws SQLException {
        Chore chore = held;
        switch (step) {
            case CLOCK_JUMPS_AHEAD -> clock.moveTime("-");
            case CLOCK_JUMPS_BACK -> clock.moveTime("+");
            case DIE -> die();
            case COMMIT -> over(true);
            case ROLL_BACK -> over(false);
            case CLAIM -> {
                if (!ending && chore == null) {
                    held = queue.claim().orElse(null);
                }
            }
            case RENEW, RELEASE, FAIL_FOR_WANT_OF_SOMETHING, FAIL_BY_ITSELF, BEGIN_END -> {
                if (!ending && chore != null) {
                    work(step, chore);
                }
            }
        }
    }

    private void work(InterleavingsTest.Step step, Chore chore) throws SQLException {
        switch (step) {
            case RENEW -> {
                // What it hears of a lost lease it may hear too late: it goes on.
                var unused = queue.renew(List.of(chore));
            }
            case RELEASE -> {
                queue.release(chore);
                held = null;
            }
            case FAIL_FOR_WANT_OF_SOMETHING -> {
                queue.retryLater(chore, "away");
                held = null;
            }
            case FAIL_BY_ITSELF -> {
                queue.lose(chore, "failed");
                held = null;
            }
            default -> beginEnd(chore);
        }
    }

    private void beginEnd(Chore chore) throws SQLException {
        connection.setAutoCommit(false);
        ending = true;
        execute("insert into chore_effect values ('%s', '%s')".formatted(chore.id(), name));
        try {
            queue.end(chore, "state = 'DONE'");
        } catch (LeaseLostException e) {
            over(false);
            held = null;
        }
    }

    private void over(boolean isCommitted) throws SQLException {
        if (!ending) {
            return;
        }
        if (isCommitted) {
            connection.commit();
            held = null;
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        ending = false;
    }

    private void die() throws SQLException {
        if (ending) {
            // As the server does when the connection breaks; a new connection each time would take too long.
            over(false);
        }
        held = null;
    }

    /** By an hour, as rows see it; those that are locked at this moment are about to end. */
    private void moveTime(String sign) throws SQLException {
        execute("""
                update chore
                set lease_until = lease_until %1$s interval '1 hour', not_before = not_before %1$s interval '1 hour'
                where id in (select id from chore for update skip locked)
                """.formatted(sign));
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private TaskQueue<Chore> queue() {
        return new TaskQueue<>(Session.of(connection), ChoreTable.TABLE, config, Chore::read, check);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
