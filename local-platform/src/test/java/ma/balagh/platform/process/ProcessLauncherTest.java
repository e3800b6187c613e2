package ma.balagh.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessLauncherTest {

    @TempDir
    private Path directory;

    @Test
    void endsAProcessInGoodOrder() throws IOException, InterruptedException {
        // Given
        var child = shell("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        // When
        var inGoodOrder = ProcessLauncher.stop(child, "TERM", Duration.ofSeconds(20));
        // Then
        assertThat(inGoodOrder).isTrue();
        assertThat(log()).contains("bye");
    }

    @Test
    void killsAProcessThatWillNotEnd() throws IOException, InterruptedException {
        // Given
        var child = shell("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        // When
        var inGoodOrder = ProcessLauncher.stop(child, "TERM", Duration.ofMillis(300));
        // Then
        assertThat(inGoodOrder).isFalse();
        assertThat(ProcessLivenessCheck.isRunning(child)).isFalse();
    }

    @Test
    void keepsTheLaunchersOwnConfigurationFromTheChild() throws IOException, InterruptedException {
        // Given
        var child = shell("echo ready; echo port=$QUARKUS_HTTP_PORT; sleep 30");
        await().until(() -> log().contains("port="));
        // When
        ProcessLauncher.kill(child);
        // Then
        assertThat(log()).contains("port=1234");
        assertThat(ProcessLivenessCheck.isRunning(child)).isFalse();
    }

    private ProcessHandle shell(String script) throws IOException {
        var child = ProcessLauncher.start(
                List.of("bash", "-c", script),
                Map.of("QUARKUS_HTTP_PORT", "1234"),
                directory,
                directory.resolve("log"));
        await().until(() -> log().contains("ready"));
        return child;
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }
}
