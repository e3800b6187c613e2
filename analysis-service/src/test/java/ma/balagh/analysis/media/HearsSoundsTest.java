package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearsSoundsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"exit 137", "while :; do :; done"})
    void asksAgainWhereTheToolDidNotEndWell(String end) throws Exception {
        // Given
        MediaReader reader = reader("if test ! -e asked; then echo > asked; echo half; " + end
                + "; fi; echo '  E chromaprint     Chromaprint'");

        // Then
        assertThatThrownBy(reader::hearsSounds).isInstanceOf(IOException.class);
        assertThat(reader.hearsSounds()).isTrue();
    }

    @Test
    void keepsACleanNo() throws Exception {
        // Given
        MediaReader reader = reader("echo >> asked; echo '  E mp4             MP4'");

        // Then
        assertThat(reader.hearsSounds()).isFalse();
        assertThat(reader.hearsSounds()).isFalse();
        assertThat(Files.readAllLines(directory.resolve("asked"))).hasSize(1);
    }

    private MediaReader reader(String script) throws IOException {
        Path program = Files.createTempFile(directory, "program", "");
        Files.writeString(program, "#!/bin/sh\ncd " + directory + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Media.reader(
                directory.resolve("scratch"),
                Map.of("balagh.media.ffmpeg", program.toString(), "balagh.media.probe-time-limit", "PT2S"));
    }
}
