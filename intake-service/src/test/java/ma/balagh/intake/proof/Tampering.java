package ma.balagh.intake.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Whoever has the database's superuser account: no trigger and no key is in the way. What was there comes back. */
final class Tampering implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "evidence",
            "custody_entry",
            "custody_leaf",
            "custody_key",
            "custody_anchor",
            "custody_time_stamp",
            "custody_anchor_work");

    private final Connection connection;

    Tampering(String jdbcUrl) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
        with("set session_replication_role = replica");
        for (String table : TABLES) {
            with("create temporary table kept_%1$s as table %1$s".formatted(table));
        }
    }

    void with(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            for (String table : TABLES) {
                with("delete from " + table);
                with("insert into %1$s select * from kept_%1$s".formatted(table));
            }
        }
    }
}
