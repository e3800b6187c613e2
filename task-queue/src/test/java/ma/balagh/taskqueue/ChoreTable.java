package ma.balagh.taskqueue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** The table of the tests in a PostgreSQL of their own, where its owner also does the work. */
final class ChoreTable implements AutoCloseable {

    static final TaskTable TABLE =
            TaskTable.named("chore").orderedBy("urgency, id").changingWhenClaimed("attempts = attempts + 1");

    static final TaskTable ONE_OF_EACH_HOST = TABLE.limitedBy(new TaskTable.Key("host", "1"));

    private static final String SCHEMA = """
            create table chore (
                id           uuid        primary key,
                state        text        not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'GIVEN_UP')),
                urgency      integer     not null default 0,
                host         text        not null default '',
                attempted_at timestamptz,
                attempts     integer     not null default 0,
                renewals     integer     not null default 0,
                lease_owner  uuid,
                lease_until  timestamptz,
                lost_leases  integer     not null default 0,
                failures     integer     not null default 0,
                last_failure text,
                not_before   timestamptz not null default now(),
                constraint chore_lease_check
                    check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null))
            );
            create table chore_effect (chore_id uuid not null, made_by text not null);
            """;

    private final TestPostgres postgres;
    private final DataSource pool;

    private ChoreTable(TestPostgres postgres) {
        this.postgres = postgres;
        this.pool = pool(postgres.jdbcUrl(), postgres.owner(), postgres.ownerPassword());
    }

    static ChoreTable create() throws SQLException {
        var table = new ChoreTable(TestPostgres.startFor("chores"));
        table.execute(SCHEMA);
        return table;
    }

    /** Without a pool behind it: each connection is a new one. */
    static DataSource pool(String url, String user, String password) {
        var pool = new PGSimpleDataSource();
        pool.setUrl(url);
        pool.setUser(user);
        pool.setPassword(password);
        return pool;
    }

    /** Ends a chore with an effect in one transaction; nothing of it stays when the lease is lost. */
    static void end(Connection connection, Chore chore, String by) throws SQLException {
        connection.setAutoCommit(false);
        try (var effect = connection.prepareStatement("insert into chore_effect values (?, ?)")) {
            effect.setObject(1, chore.id());
            effect.setString(2, by);
            effect.execute();
            new TaskQueue<>(Session.of(connection), TABLE, Terms.IMPATIENT, Chore::read).end(chore, "state = 'DONE'");
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    TestPostgres postgres() {
        return postgres;
    }

    DataSource pool() {
        return pool;
    }

    TaskQueue<Chore> queue(TaskWorkersConfig config) {
        return new TaskQueue<>(pool, TABLE, config, Chore::read);
    }

    UUID queued() throws SQLException {
        return queued(0, "");
    }

    UUID queued(int urgency, String host) throws SQLException {
        UUID id = IdGenerator.next();
        execute("insert into chore (id, urgency, host) values ('%s', %d, '%s')".formatted(id, urgency, host));
        return id;
    }

    void empty() throws SQLException {
        execute("truncate chore, chore_effect");
    }

    boolean is(UUID id, String condition) throws SQLException {
        return number("select count(*) from chore where id = '%s' and %s".formatted(id, condition)) == 1;
    }

    int effects(UUID id) throws SQLException {
        return number("select count(*) from chore_effect where chore_id = '%s'".formatted(id));
    }

    int number(String query) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The database's. */
    String time() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()::text")) {
            row.next();
            return row.getString(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
