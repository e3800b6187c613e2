package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegReadinessCheckTest {

    @TempDir
    Path directory;

    @Test
    void namesTheVersionsAndAsksForThemOnce() throws Exception {
        // Given
        Path calls = directory.resolve("calls");
        Path ffmpeg = program("echo asked >> " + calls + "; echo ffmpeg version 7.1.5 and more");

        // When
        FfmpegReadinessCheck readiness = readiness(Map.of("balagh.media.ffmpeg", ffmpeg.toString()));
        HealthCheckResponse first = readiness.call();
        HealthCheckResponse second = readiness.call();

        // Then
        assertThat(first.getStatus()).isEqualTo(Status.UP);
        assertThat(first.getData().orElseThrow())
                .containsEntry("ffmpeg", "7.1.5")
                .containsKey("ffprobe");
        assertThat(second).isSameAs(first);
        assertThat(calls).hasContent("asked");
    }

    @Test
    void isDownAndSaysWhatToInstallUntilTheToolIsThere() throws Exception {
        // Given
        Path ffprobe = directory.resolve("ffprobe");
        FfmpegReadinessCheck readiness = readiness(Map.of("balagh.media.ffprobe", ffprobe.toString()));

        // When
        HealthCheckResponse missing = readiness.call();
        Files.move(program("echo ffprobe version 7"), ffprobe);
        HealthCheckResponse installed = readiness.call();

        // Then
        assertThat(missing.getStatus()).isEqualTo(Status.DOWN);
        assertThat(missing.getData().orElseThrow())
                .containsEntry("failure", ffprobe + " is not installed")
                .hasEntrySatisfying(
                        "remedy", remedy -> assertThat(remedy.toString()).contains("apt install ffmpeg"));
        assertThat(installed.getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhenTheToolCannotStart() throws Exception {
        // Given
        Path broken = program("echo error while loading shared libraries >&2; exit 127");

        // When
        HealthCheckResponse response =
                readiness(Map.of("balagh.media.ffmpeg", broken.toString())).call();

        // Then
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow())
                .hasEntrySatisfying(
                        "failure", failure -> assertThat(failure.toString()).contains("shared libraries"));
    }

    private FfmpegReadinessCheck readiness(Map<String, String> changes) {
        return new FfmpegReadinessCheck(Media.config(directory, changes), Media.reader(directory, changes));
    }

    private Path program(String script) throws IOException {
        Path program = Files.createTempFile(directory, "program", "");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
