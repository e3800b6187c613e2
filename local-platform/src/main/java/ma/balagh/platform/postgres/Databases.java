package ma.balagh.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import ma.balagh.platform.part.SuiteFailure;
import ma.balagh.platform.part.SuitePorts;

/** The databases of the suite: each with a role of the same name that owns it, and closed to every other. */
public final class Databases {

    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_PASSWORD = "postgres-local";

    private static final List<String> OWNERS = List.of("intake", "analysis", "dispatch", "keycloak");

    private final SuitePorts ports;

    public Databases(SuitePorts ports) {
        this.ports = ports;
    }

    /** The local password of a database's role. */
    public static String password(String owner) {
        return owner + "-local";
    }

    /** Names of all databases, each that of its owner, too. */
    public static List<String> names() {
        return OWNERS;
    }

    /** A connection of whoever may do everything. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", SUPERUSER_PASSWORD);
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection(ports.jdbcUrl(database), properties);
    }

    /** Whether the server accepts connections now. */
    boolean answer() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether the server accepts connections and is not, or no longer, recovering. */
    boolean areWritable() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select not pg_is_in_recovery()")) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }

    void createMissing() {
        execute("create the databases", connection -> {
            for (var owner : OWNERS) {
                createIfMissing(connection, owner);
            }
        });
    }

    /** Throws the database of {@code owner} away and makes an empty one. */
    public void recreate(String owner) {
        execute("recreate the database " + owner, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("drop database if exists \"%s\" with (force)".formatted(owner));
            }
            createIfMissing(connection, owner);
        });
    }

    private static void createIfMissing(Connection connection, String owner) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!exists(connection, "select from pg_roles where rolname = ?", owner)) {
                statement.execute("create role \"%s\" login password '%s'".formatted(owner, password(owner)));
            }
            if (!exists(connection, "select from pg_database where datname = ?", owner)) {
                statement.execute("create database \"%1$s\" owner \"%1$s\"".formatted(owner));
                statement.execute("revoke connect on database \"%s\" from public".formatted(owner));
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private void execute(String purpose, Work work) {
        try (var connection = connect()) {
            work.with(connection);
        } catch (SQLException e) {
            throw new SuiteFailure("Cannot " + purpose + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        var connection = connect("postgres");
        connection.setNetworkTimeout(Runnable::run, 20_000);
        return connection;
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
