package ma.balagh.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;

@ApplicationScoped
class Samples {

    private final DataSource pool;

    Samples(DataSource pool) {
        this.pool = pool;
    }

    @Transactional
    public UUID create(String name) {
        UUID id = IdGenerator.next();
        execute("insert into sample (id, name) values (?, ?)", id, name);
        return id;
    }

    public void createTwins(UUID id) {
        execute("insert into sample (id, name) values (?, 'a'), (?, 'b')", id, id);
    }

    public void requireVisible(UUID id) {
        if (list(UUID.class, "select id from sample where id = ?", id).isEmpty()) {
            throw CommonProblem.notFound("the sample");
        }
    }

    @Transactional
    public void hide(UUID id) {
        execute("delete from sample where id = ?", id);
    }

    public int count(String name) {
        return list(UUID.class, "select id from sample where name = ?", name).size();
    }

    public List<UUID> page(PageRequest page, String name) {
        return list(UUID.class, """
                select id from sample
                where name = ? and id < ?
                order by id desc
                limit ?
                """, name, page.after(), page.fetch());
    }

    public Optional<String> fetchWithAJurisdictionLike(Jurisdictions jurisdictions, String code) {
        return list(
                        String.class,
                        "select code from (values (?)) sample (code) where code like any(?)",
                        code,
                        jurisdictions.patterns().toArray(String[]::new))
                .stream()
                .findFirst();
    }

    public void backdateKey(String key) {
        execute("update idempotency_key set created_at = now() - interval '8 days' where key = ?", key);
    }

    public void fail() {
        list(Boolean.class, "select pg_terminate_backend(pg_backend_pid())");
    }

    private void execute(String sql, Object... parameters) {
        try (var connection = pool.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one column of all rows. */
    private <T> List<T> list(Class<T> type, String sql, Object... parameters) {
        try (var connection = pool.getConnection();
                var query = prepared(connection, sql, parameters);
                var rows = query.executeQuery()) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
