package ma.balagh.platform.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuiteTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void doesNotStartOnAPartOfABackup() throws IOException {
        // Given
        var workplace = SuiteDirectories.in(Path.of("..").toAbsolutePath().normalize(), data, 500);
        Files.createFile(workplace.restoring());
        var suite = new Suite(workplace);

        // Then
        assertThatThrownBy(() -> suite.up(message -> {}))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("./balagh reset --port-offset 500");
        assertThat(suite.isAnyRunning()).isFalse();

        // When
        suite.reset(message -> {});

        // Then
        assertThat(workplace.restoring()).doesNotExist();
    }
}
