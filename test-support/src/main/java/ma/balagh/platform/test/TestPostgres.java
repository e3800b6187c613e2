package ma.balagh.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.postgres.LeakproofFunctionInstaller;

/** A PostgreSQL server for one test run, with one database of one service, its roles. */
final class TestPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final String service;

    private TestPostgres(EmbeddedPostgres server, String service) {
        this.server = server;
        this.service = service;
    }

    static TestPostgres start(String service) throws IOException, SQLException {
        // Nothing of a test outlives it, so that waiting for the disk buys nothing.
        var server = EmbeddedPostgres.builder()
                .setPort(PortProbe.anyFree())
                .setPGStartupWait(Duration.ofSeconds(90))
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "60")
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : DatabaseProvisioner.roles(service)) {
                statement.execute(
                        "create role %s login password '%s'".formatted(role, DatabaseProvisioner.password(role)));
            }
            statement.execute("create database %s owner %s".formatted(service, DatabaseProvisioner.owner(service)));
        }
        try (var superuser = server.getDatabase("postgres", service).getConnection()) {
            LeakproofFunctionInstaller.mark(superuser);
        }
        return new TestPostgres(server, service);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), service);
    }

    String user() {
        return service;
    }

    String password() {
        return DatabaseProvisioner.password(user());
    }

    String owner() {
        return DatabaseProvisioner.owner(service);
    }

    String ownerPassword() {
        return DatabaseProvisioner.password(owner());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
