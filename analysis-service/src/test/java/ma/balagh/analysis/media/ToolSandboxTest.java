package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolSandboxTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ToolLimits LIMITS = new ToolLimits(256 << 20, 1 << 20, 3 << 20, 1 << 20, 2);

    @TempDir
    Path directory;

    private final ToolSandbox sandbox = new ToolSandbox(List.of(), LIMITS);

    @Test
    void losesNothingToAReaderThatIsSlowerThanTheTool() throws Exception {
        // Given
        var ended = new CountDownLatch(1);

        // When
        var ending = sandbox.run(shell("echo finished"), directory, LONG, stdout -> {
            awaitAWhile(ended);
            return text(stdout);
        });

        // Then
        assertThat(ending.output()).isEqualTo("finished\n");
        assertThat(ending.clean()).isTrue();
    }

    @Test
    void keepsWhatATooSlowToolHadWritten() throws Exception {
        // When
        var ending = sandbox.run(
                shell("echo begun; exec sleep 60"), directory, Duration.ofMillis(500), ToolSandboxTest::text);

        // Then
        assertThat(ending.timedOut()).isTrue();
        assertThat(ending.output()).isEqualTo("begun\n");
    }

    @Test
    void givesAToolNoEnvironmentNoLargeFilesAndNoLargeMemory() throws Exception {
        // When
        var environment = sandbox.run(List.of("/usr/bin/env"), directory, LONG, ToolSandboxTest::text);
        var file = sandbox.run(
                List.of("/usr/bin/dd", "if=/dev/zero", "of=large", "bs=1M", "count=4"),
                directory,
                LONG,
                ToolSandboxTest::text);
        var memory = sandbox.run(
                List.of("/usr/bin/dd", "if=/dev/zero", "of=/dev/null", "bs=1G", "count=1"),
                directory,
                LONG,
                ToolSandboxTest::text);

        // Then
        assertThat(environment.output()).isEmpty();
        assertThat(file.clean()).isFalse();
        assertThat(directory.resolve("large").toFile().length()).isLessThanOrEqualTo(1 << 20);
        assertThat(memory.clean()).isFalse();
    }

    @Test
    void keepsOnlyTheEndOfEndlessComplaints() throws Exception {
        // When
        var ending = sandbox.run(
                shell("i=0; while [ $i -lt 5000 ]; do echo complaint $i >&2; i=$((i+1)); done"),
                directory,
                LONG,
                ToolSandboxTest::text);

        // Then
        assertThat(ending.errors()).hasSizeLessThanOrEqualTo(8192).endsWith("complaint 4999\n");
    }

    @Test
    void tellsAToolThatIsNotThereFromAFileThatCannotBeRead() {
        var broken = new ToolSandbox(List.of("/nowhere/unshare"), LIMITS);

        assertThatThrownBy(() -> broken.run(shell("true"), directory, LONG, ToolSandboxTest::text))
                .isInstanceOf(IOException.class);
    }

    @Test
    void endsAToolWithItsChildren() throws Exception {
        // Given: a child that would go on, and says who it is
        String script = "sleep 97.5 & echo begun; exec sleep 98.5";

        for (var isolation : List.of(List.<String>of(), NetworkIsolationDetector.available())) {
            // When
            var ending = new ToolSandbox(isolation, LIMITS)
                    .run(shell(script), directory, Duration.ofMillis(500), ToolSandboxTest::text);

            // Then
            assertThat(ending.timedOut()).isTrue();
            assertThat(ending.output()).isEqualTo("begun\n");
            await().atMost(LONG).until(() -> !isRunning("97.5") && !isRunning("98.5"));
        }
    }

    @Test
    void endsAToolThatWritesTooMuchIntoItsDirectory() throws Exception {
        // When
        var ending = sandbox.run(
                shell("i=0; while true; do head -c 1000000 /dev/zero > f$i; i=$((i+1)); sleep 0.01; done"),
                directory,
                LONG,
                ToolSandboxTest::text);

        // Then
        assertThat(ending.stop()).isEqualTo(ToolSandbox.Stop.SIZE);
        assertThat(ending.clean()).isFalse();
    }

    @Test
    void readsNoMoreThanItsShareOfAnEndlessOutput() throws Exception {
        // When
        var ending = sandbox.run(List.of("/usr/bin/yes"), directory, LONG, ToolSandboxTest::text);

        // Then
        assertThat(ending.stop()).isEqualTo(ToolSandbox.Stop.SIZE);
        assertThat(ending.output()).hasSize(1 << 20);
    }

    @Test
    void hasNoNetwork() throws Exception {
        // Given
        var isolation = NetworkIsolationDetector.available();
        assumeThat(isolation).isNotEmpty();

        // When
        var ending = new ToolSandbox(isolation, LIMITS)
                .run(List.of("/bin/cat", "/proc/net/dev"), directory, LONG, ToolSandboxTest::text);

        // Then: the two lines of headings, and at most the loopback
        assertThat(String.valueOf(ending.output()).lines().skip(2)).allMatch(line -> line.contains("lo:"));
    }

    private static boolean isRunning(String argument) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().arguments().orElse(new String[0]))
                .anyMatch(arguments -> List.of(arguments).contains(argument));
    }

    private static void awaitAWhile(CountDownLatch never) throws IOException {
        try {
            assertThat(never.await(1, TimeUnit.SECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static List<String> shell(String script) {
        return List.of("/bin/sh", "-c", script);
    }

    private static String text(InputStream stdout) throws IOException {
        return new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
    }
}
