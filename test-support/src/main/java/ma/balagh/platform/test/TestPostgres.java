package ma.balagh.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL server for one test run, with one database of one service and the role that owns it. */
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
                .setPGStartupWait(Duration.ofSeconds(90))
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "60")
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role \"%1$s\" login password '%1$s-local'".formatted(service));
            statement.execute("create database \"%1$s\" owner \"%1$s\"".formatted(service));
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
        return service + "-local";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
