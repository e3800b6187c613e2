package ma.balagh.platform.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.postgres.LeakproofFunctionInstaller;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server with one database of one service and its roles, for a test that sends no events; one that does
 * takes {@link TestPlatform}. It configures a {@code @QuarkusTest} for the database and for {@link TestTokens}. The
 * initial argument {@code service} names the database and the role of the service ({@code intake}, {@code analysis},
 * {@code dispatch} or any other identifier). Flyway migrates as the role that owns the database.
 */
public final class TestPostgres implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    private String service = "test";
    private @Nullable EmbeddedPostgres server;

    /** For Quarkus; a plain JUnit test calls {@link #startFor}. */
    public TestPostgres() {}

    /** The server without Quarkus, for a plain JUnit test that closes it. */
    public static TestPostgres startFor(String service) {
        var postgres = new TestPostgres();
        postgres.init(Map.of("service", service));
        postgres.start();
        return postgres;
    }

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
    }

    /** Returns the configuration that makes an application use this database. */
    @Override
    public Map<String, String> start() {
        try {
            // Nothing of a test outlives it, so that waiting for the disk buys nothing.
            server = EmbeddedPostgres.builder()
                    .setPort(PortProbe.anyFree())
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "60")
                    .start();
            createDatabase(server);
            return configuration();
        } catch (IOException | SQLException e) {
            stop();
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    public String jdbcUrl() {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL is not started");
        }
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), service);
    }

    /** The service's role, which owns nothing. */
    public String user() {
        return service;
    }

    public String password() {
        return DatabaseProvisioner.password(user());
    }

    /** Returns a new connection as the service's role. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /** The role that reads for processes beside the service. */
    public String reader() {
        return DatabaseProvisioner.reader(service);
    }

    public String readerPassword() {
        return DatabaseProvisioner.password(reader());
    }

    /** The role that owns the database, for what the service's role may not do. */
    public String owner() {
        return DatabaseProvisioner.owner(service);
    }

    public String ownerPassword() {
        return DatabaseProvisioner.password(owner());
    }

    @Override
    public void stop() {
        try (var ending = server) {
            server = null;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : DatabaseProvisioner.roles(service)) {
                statement.execute(
                        "create role %s login password '%s'".formatted(role, DatabaseProvisioner.password(role)));
            }
            statement.execute("create database %s owner %s".formatted(service, owner()));
        }
        try (var superuser = server.getDatabase("postgres", service).getConnection()) {
            LeakproofFunctionInstaller.mark(superuser);
        }
    }

    private Map<String, String> configuration() {
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", jdbcUrl()),
                Map.entry("quarkus.datasource.username", user()),
                Map.entry("quarkus.datasource.password", password()),
                Map.entry("quarkus.flyway.username", owner()),
                Map.entry("quarkus.flyway.password", ownerPassword()),
                Map.entry("quarkus.oidc.auth-server-url", ""),
                Map.entry("quarkus.oidc.public-key", TestSigningKey.current().publicKey()),
                Map.entry("quarkus.oidc.token.issuer", TestTokens.ISSUER),
                Map.entry("quarkus.oidc.token.audience", TestTokens.AUDIENCE),
                Map.entry("quarkus.otel.sdk.disabled", "false"));
    }
}
