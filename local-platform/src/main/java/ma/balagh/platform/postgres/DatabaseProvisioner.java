package ma.balagh.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePorts;

/**
 * The databases of the suite, closed to whoever has no business in them. That of a service belongs to a role that migrates
 * it and does nothing else; the service's own role, named like the database, and one that only reads, may do what the
 * migrations grant them (ADR 047).
 */
public final class DatabaseProvisioner {

    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_PASSWORD = "postgres-local";

    private static final List<String> NAMES = List.of("intake", "analysis", "dispatch", "keycloak");
    /** It migrates its database itself, under the one name that it has. */
    private static final String KEYCLOAK = "keycloak";

    private final SuitePorts ports;

    public DatabaseProvisioner(SuitePorts ports) {
        this.ports = ports;
    }

    /** The role that owns a database. */
    public static String owner(String database) {
        return KEYCLOAK.equals(database) ? KEYCLOAK : database + "_owner";
    }

    /** The role that reads for a process beside the service. */
    public static String reader(String database) {
        return database + "_reader";
    }

    /** All roles that a database is open to. */
    public static List<String> roles(String database) {
        return switch (database) {
            case KEYCLOAK -> List.of(database);
            // Nothing reads it but the service.
            case "dispatch" -> List.of(database, owner(database));
            default -> List.of(database, owner(database), reader(database));
        };
    }

    /** The local password of a role. */
    public static String password(String role) {
        return role + "-local";
    }

    /** Names of all databases, each that of the role which works in it, too. */
    public static List<String> names() {
        return NAMES;
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
            for (var database : NAMES) {
                createIfMissing(connection, database);
            }
        });
    }

    /** Throws a database away and makes an empty one. */
    public void recreate(String database) {
        execute("recreate the database " + database, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("drop database if exists %s with (force)".formatted(database));
            }
            createIfMissing(connection, database);
        });
    }

    private void createIfMissing(Connection connection, String database) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var role : roles(database)) {
                if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
                    statement.execute("create role %s login password '%s'".formatted(role, password(role)));
                }
            }
            if (!exists(connection, "select from pg_database where datname = ?", database)) {
                statement.execute("create database %s owner %s".formatted(database, owner(database)));
                statement.execute("revoke all on database %s from public".formatted(database));
                statement.execute(
                        "grant connect on database %s to %s".formatted(database, String.join(", ", roles(database))));
                markLeakproofFunctions(database);
            }
        }
    }

    private void markLeakproofFunctions(String database) throws SQLException {
        try (var superuser = connect(database)) {
            LeakproofFunctionInstaller.mark(superuser);
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
            throw new SuiteException("Cannot " + purpose + ": " + e.getMessage(), e);
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
