package ma.balagh.platform.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import org.jspecify.annotations.Nullable;

/**
 * Starts PostgreSQL and Kafka for a {@code @QuarkusTest} and configures the application for them and for
 * {@link TestTokens}. The initial argument {@code service} names the database and the role of the service ({@code intake},
 * {@code analysis}, {@code dispatch} or any other identifier). Flyway migrates as the role that owns the database.
 */
public final class TestPlatform implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    private String service = "test";
    private @Nullable TestPostgres postgres;
    private @Nullable TestKafka kafka;

    /** For Quarkus; a plain JUnit test calls {@link #startFor}. */
    public TestPlatform() {}

    /** The platform without Quarkus, for a plain JUnit test that closes it. */
    public static TestPlatform startFor(String service) {
        var platform = new TestPlatform();
        platform.init(Map.of("service", service));
        platform.start();
        return platform;
    }

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
    }

    /** Returns the configuration that makes an application use this platform. */
    @Override
    public Map<String, String> start() {
        try {
            postgres = TestPostgres.start(service);
            kafka = TestKafka.start();
            return configuration(postgres, kafka);
        } catch (IOException | SQLException e) {
            stop();
            throw new IllegalStateException("the test platform does not start", e);
        }
    }

    public String jdbcUrl() {
        return started(postgres).jdbcUrl();
    }

    /** The service's database role, which owns nothing. */
    public String databaseUser() {
        return started(postgres).user();
    }

    public String databasePassword() {
        return started(postgres).password();
    }

    /** The role that reads for processes beside the service. */
    public String databaseReader() {
        return DatabaseProvisioner.reader(service);
    }

    public String databaseReaderPassword() {
        return DatabaseProvisioner.password(databaseReader());
    }

    /** The role that owns the database, for what the service's role may not do. */
    public String databaseOwner() {
        return started(postgres).owner();
    }

    public String databaseOwnerPassword() {
        return started(postgres).ownerPassword();
    }

    public String bootstrapServers() {
        return started(kafka).bootstrapServers();
    }

    @Override
    public void inject(TestInjector testInjector) {
        testInjector.injectIntoFields(
                new KafkaProbe(bootstrapServers()), new TestInjector.MatchesType(KafkaProbe.class));
    }

    @Override
    public void stop() {
        try (var ending = kafka;
                var endingToo = postgres) {
            kafka = null;
            postgres = null;
        } catch (IOException e) {
            throw new IllegalStateException("the test platform does not stop", e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static Map<String, String> configuration(TestPostgres postgres, TestKafka kafka) {
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl()),
                Map.entry("quarkus.datasource.username", postgres.user()),
                Map.entry("quarkus.datasource.password", postgres.password()),
                Map.entry("quarkus.flyway.username", postgres.owner()),
                Map.entry("quarkus.flyway.password", postgres.ownerPassword()),
                Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
                Map.entry("quarkus.oidc.auth-server-url", ""),
                Map.entry("quarkus.oidc.public-key", TestSigningKey.current().publicKey()),
                Map.entry("quarkus.oidc.token.issuer", TestTokens.ISSUER),
                Map.entry("quarkus.oidc.token.audience", TestTokens.AUDIENCE),
                Map.entry("quarkus.otel.sdk.disabled", "false"));
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the test platform is not started");
        }
        return part;
    }
}
