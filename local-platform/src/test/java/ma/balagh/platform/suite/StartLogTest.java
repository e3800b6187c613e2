package ma.balagh.platform.suite;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartLogTest {

    private static final String REFUSAL =
            "org.flywaydb.core.api.exception.FlywayValidateException: Validate failed: Migrations have failed validation\n";

    @TempDir
    Path folder;

    @Test
    void tellsOfOtherMigrationsWhatThisStartWrote() throws IOException {
        // Given
        var log = StartLog.from(file());

        // When
        write("Starting\n", REFUSAL);

        // Then
        assertThat(log.tellsOfOtherMigrations()).isTrue();
    }

    @Test
    void passesOverWhatAStartBeforeWrote() throws IOException {
        // Given
        write(REFUSAL);
        var log = StartLog.from(file());

        // When
        write("Starting\n", "java.lang.OutOfMemoryError\n");

        // Then
        assertThat(log.tellsOfOtherMigrations()).isFalse();
    }

    private Path file() {
        return folder.resolve("intake.log");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file(), String.join("", lines), CREATE, APPEND);
    }
}
