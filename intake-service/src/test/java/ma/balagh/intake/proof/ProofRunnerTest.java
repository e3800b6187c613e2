package ma.balagh.intake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.test.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that a Job starts, from its start to its end. */
@Tag("long")
@QuarkusMainTest
@TestProfile(ProofRunnerTest.Proving.class)
final class ProofRunnerTest {

    private static final TestPostgres POSTGRES = new TestPostgres();
    private static final Map<String, String> CONFIGURATION = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    static Path directory;

    /** What the environment of the Job says. */
    public static final class Proving implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("balagh.custody.prove", "true", "balagh.custody.watch-interval", "1s");
        }
    }

    @BeforeAll
    static void startPostgres() throws IOException {
        POSTGRES.init(Map.of("service", "intake"));
        CONFIGURATION.putAll(POSTGRES.start());
        CONFIGURATION.put("balagh.evidence.directory", directory.toString());
        CONFIGURATION.put("quarkus.datasource.username", POSTGRES.reader());
        CONFIGURATION.put("quarkus.datasource.password", POSTGRES.readerPassword());
        // Nobody listens there: what proves custody needs no Kafka.
        CONFIGURATION.put("kafka.bootstrap.servers", "localhost:1");
        CONFIGURATION.forEach(System::setProperty);
        Files.createDirectory(directory.resolve("sha256"));
        Flyway.configure()
                .dataSource(POSTGRES.jdbcUrl(), POSTGRES.owner(), POSTGRES.ownerPassword())
                .locations("db/migration", "db/messaging", "db/http", "db/persistence", "db/audit")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopPostgres() {
        CONFIGURATION.keySet().forEach(System::clearProperty);
        POSTGRES.stop();
    }

    @Test
    void endsWithWhatItFoundAndLeavesNothingBehind(QuarkusMainLauncher launcher) throws Exception {
        // When
        var holds = launcher.launch();

        // Then
        assertEnded(holds, 0, "proof | CUSTODY PROVED");
        assertThat(holds.getOutput())
                .contains("reports=0", "Custody is proved")
                .doesNotContain("Listening on: http", "read-only transaction", "permission denied");

        // Given
        var lost = UUID.randomUUID();
        execute("insert into evidence values ('%s', repeat('a', 64), 7, 'video/mp4', now(), now())".formatted(lost));

        // When
        var broken = launcher.launch();

        // Then
        assertEnded(broken, 1, "proof | CUSTODY NOT PROVED, faults: 2");
        assertThat(broken.getOutput())
                .containsPattern("proof \\| evidence +1  0 erased")
                .contains(
                        "proof | FAULT custody " + lost + ": it has no custody entry at all",
                        "proof | FAULT bytes " + lost + ": they are missing");
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(directory.resolve("sha256"));
        }

        // Given
        execute("alter table custody_leaf rename to elsewhere");

        // When
        var brokenOff = launcher.launch();

        // Then
        assertEnded(brokenOff, 1, "proof | CUSTODY NOT PROVED, the proof broke off");
    }

    private static void assertEnded(LaunchResult ending, int status, String said) {
        assertThat(ending.exitCode()).as(ending.getOutput()).isEqualTo(status);
        assertThat(ending.getOutput()).contains(said);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(POSTGRES.jdbcUrl(), POSTGRES.owner(), POSTGRES.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("set balagh.actor = 'service'");
            statement.execute(sql);
        }
    }
}
