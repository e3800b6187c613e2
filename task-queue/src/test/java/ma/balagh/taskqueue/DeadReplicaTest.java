package ma.balagh.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a task whose replica is killed, or does not run for a while and then goes on. */
class DeadReplicaTest {

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // created before all tests
    private static ChoreTable chores;

    @SuppressWarnings("NullAway.Init") // started by each test
    private Process replica;

    @BeforeAll
    static void create() throws SQLException {
        chores = ChoreTable.create();
    }

    @AfterAll
    static void drop() {
        chores.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        chores.empty();
    }

    @AfterEach
    void kill() throws InterruptedException {
        replica.destroyForcibly().waitFor();
    }

    @Test
    void doesOnceWhatAKilledReplicaHad() throws Exception {
        // Given
        UUID id = workedOnByAProcess();

        // When: kill -9
        replica.destroyForcibly().waitFor();
        var survivor =
                ChoreReplica.start(chores.pool(), "survivor", Files.createFile(directory.resolve("go-survivor")));

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> chores.is(id, "state = 'DONE'"));
        survivor.stop();
        assertThat(chores.is(id, "lost_leases = 1")).isTrue();
        assertThat(chores.effects(id)).isEqualTo(1);
    }

    @Test
    void doesOnceWhatAStalledReplicaHadAndIgnoresTheReplicaWhenItGoesOn() throws Exception {
        // Given
        UUID id = workedOnByAProcess();
        signal("STOP");

        // When
        var survivor =
                ChoreReplica.start(chores.pool(), "survivor", Files.createFile(directory.resolve("go-survivor")));
        await().atMost(Duration.ofSeconds(20)).until(() -> chores.is(id, "state = 'DONE'"));
        survivor.stop();
        Files.createFile(directory.resolve("go-process"));
        signal("CONT");

        // Then: what it had done meanwhile is not kept, and it can do more
        UUID next = chores.queued();
        await().atMost(Duration.ofSeconds(20)).until(() -> chores.is(next, "state = 'DONE'"));
        assertThat(chores.effects(id)).isEqualTo(1);
        assertThat(chores.number("select count(*) from chore_effect where made_by = 'survivor'"))
                .isEqualTo(1);
    }

    @Test
    void endsOnceWhatAStalledReplicaHadWhenBothWorkOnIt() throws Exception {
        // Given: the process has been overtaken, and goes on while the other one works
        UUID id = workedOnByAProcess();
        signal("STOP");
        Path go = directory.resolve("go-survivor");
        var survivor = ChoreReplica.start(chores.pool(), "survivor", go);
        await().atMost(Duration.ofSeconds(20)).until(() -> chores.is(id, "lost_leases = 1"));

        // When
        Files.createFile(directory.resolve("go-process"));
        signal("CONT");
        UUID next = chores.queued();
        await().atMost(Duration.ofSeconds(20)).until(() -> chores.is(next, "state = 'DONE'"));

        // Then
        assertThat(chores.effects(id)).isZero();

        // When
        Files.createFile(go);

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> chores.is(id, "state = 'DONE'"));
        survivor.stop();
        assertThat(chores.effects(id)).isEqualTo(1);
    }

    private UUID workedOnByAProcess() throws SQLException, IOException {
        UUID id = chores.queued();
        var postgres = chores.postgres();
        replica = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChoreReplica.class.getName(),
                        postgres.jdbcUrl(),
                        postgres.owner(),
                        postgres.ownerPassword(),
                        "process",
                        directory.resolve("go-process").toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> chores.is(id, "state = 'RUNNING'"));
        return id;
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(replica.pid()))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }
}
