package ma.balagh.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What tests read and write in the database, in the caller's transaction where there is one. */
@ApplicationScoped
class Database {

    private final DataSource pool;

    Database(DataSource pool) {
        this.pool = pool;
    }

    void execute(String sql, @Nullable Object... parameters) {
        try (var connection = pool.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number of the one row. */
    long number(String sql, Object... parameters) {
        return list(Long.class, sql, parameters).getFirst();
    }

    /** The one column of all rows. */
    <T> List<T> list(Class<T> type, String sql, Object... parameters) {
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

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
