package ma.balagh.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PidFileTest {

    @TempDir
    private Path directory;

    @Test
    void findsTheProcessAgain() throws IOException {
        // Given
        var pidFile = new PidFile(directory.resolve("run/self.pid"));
        // When
        pidFile.remember(ProcessHandle.current());
        // Then
        assertThat(pidFile.running()).contains(ProcessHandle.current());
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, another-boot"})
    void takesAStrangerWithTheSamePidForAStranger(int word, String other) throws IOException {
        // Given
        var file = directory.resolve("self.pid");
        new PidFile(file).remember(ProcessHandle.current());
        var words = Files.readString(file).split(" ");
        words[word] = other;
        Files.writeString(file, String.join(" ", words));
        // Then
        assertThat(new PidFile(file).running()).isEmpty();
    }

    @Test
    void remembersNothingThatAClockThatIsSetWouldChange() throws IOException {
        // Given
        var file = directory.resolve("self.pid");
        new PidFile(file).remember(ProcessHandle.current());
        // Then
        var stat = Files.readString(Path.of("/proc/self/stat"));
        assertThat(file)
                .hasContent("%d %s %s"
                        .formatted(
                                ProcessHandle.current().pid(),
                                stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19],
                                Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                                        .strip()));
    }

    @Test
    void doesNotFindAProcessThatHadEndedBeforeItWasRemembered() throws Exception {
        // Given
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var pidFile = new PidFile(directory.resolve("ended.pid"));
        // When
        pidFile.remember(ended.toHandle());
        // Then
        assertThat(pidFile.running()).isEmpty();
    }

    @Test
    void takesAnEndedProcessThatNobodyHasAskedForAsEnded() throws Exception {
        // Given: a shell that starts a child, says its pid, and never asks how it ended
        var shell = new ProcessBuilder("sh", "-c", "sleep 0.1 & echo $!; exec sleep 60").start();
        try (var said = shell.inputReader()) {
            var child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            var pidFile = new PidFile(directory.resolve("child.pid"));
            pidFile.remember(child);
            // When
            await().until(() ->
                    Files.readString(Path.of("/proc/" + child.pid() + "/stat")).contains(") Z "));
            // Then
            assertThat(child.isAlive()).isTrue();
            assertThat(pidFile.running()).isEmpty();
        } finally {
            shell.destroy();
        }
    }

    @Test
    void takesAProcessForRunningWhileAnyOfItsThreadsHoldsItsPorts() {
        // Given
        var stat = "42 (a) Z (b)) Z 1 42 42 0 -1 4227084 0 0 0 0 61 24 0 0 20 0 %d 0 5410 0 0";
        // Then
        assertThat(ProcessLivenessCheck.isZombie(stat.formatted(1))).isTrue();
        assertThat(ProcessLivenessCheck.isZombie(stat.formatted(12))).isFalse();
    }

    @Test
    void findsNothingInADamagedOrMissingFile() throws IOException {
        // Given
        var damaged = Files.writeString(directory.resolve("damaged.pid"), "");
        // Then
        assertThat(new PidFile(damaged).running()).isEmpty();
        assertThat(new PidFile(directory.resolve("missing.pid")).running()).isEmpty();
    }
}
