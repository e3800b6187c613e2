package ma.balagh.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import ma.balagh.platform.test.RoleDataSourceFactory;
import org.eclipse.microprofile.config.Config;

/** What tests look up and change in the database behind the service's back, as its owner. Numbers are read as Long. */
@ApplicationScoped
public class Database {

    private final DataSource owner;

    Database(Config config) {
        owner = RoleDataSourceFactory.owner(config);
    }

    public void execute(String sql, Object... parameters) {
        try (var connection = owner.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The one column of the one row. */
    public <T> T one(Class<T> type, String sql, Object... parameters) {
        var rows = list(type, sql, parameters);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows");
        }
        return rows.getFirst();
    }

    /** The one column of all rows. */
    public <T> List<T> list(Class<T> type, String sql, Object... parameters) {
        try (var connection = owner.getConnection();
                var query = prepared(connection, sql, parameters);
                var rows = query.executeQuery()) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(e);
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
