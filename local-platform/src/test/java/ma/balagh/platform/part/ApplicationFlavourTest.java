package ma.balagh.platform.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.platform.process.PidFile;
import ma.balagh.platform.suite.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplicationFlavourTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private SuiteDirectories workplace;

    @BeforeEach
    void aNewSuite() {
        workplace = SuiteDirectories.in(Path.of("..").toAbsolutePath().normalize(), data, 500);
    }

    @Test
    void isTheJvmUnlessSomebodySaysOtherwise() {
        assertThat(ApplicationFlavour.of(workplace)).isEqualTo(ApplicationFlavour.JVM);
    }

    @Test
    void isKnownToEveryLauncher() {
        // When
        new Suite(workplace).startingAs(ApplicationFlavour.NATIVE);

        // Then
        assertThat(ApplicationFlavour.of(SuiteDirectories.in(workplace.repository(), data, 500)))
                .isEqualTo(ApplicationFlavour.NATIVE);
    }

    @Test
    void changesBetweenTwoStarts() {
        // Given
        var suite = new Suite(workplace).startingAs(ApplicationFlavour.NATIVE);

        // When
        suite.startingAs(ApplicationFlavour.JVM);

        // Then
        assertThat(ApplicationFlavour.of(workplace)).isEqualTo(ApplicationFlavour.JVM);
    }

    @Test
    void staysWhileAnApplicationRuns() throws IOException {
        // Given
        var suite = new Suite(workplace).startingAs(ApplicationFlavour.NATIVE);
        new PidFile(workplace.pidFile("intake")).remember(ProcessHandle.current());

        // Then
        assertThatThrownBy(() -> suite.startingAs(ApplicationFlavour.JVM))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("\"native\"")
                .hasMessageContaining("./balagh down --port-offset 500");
        assertThatCode(() -> suite.startingAs(ApplicationFlavour.NATIVE)).doesNotThrowAnyException();
        assertThat(ApplicationFlavour.of(workplace)).isEqualTo(ApplicationFlavour.NATIVE);
    }

    @Test
    void changesWhileOnlyTheDatabaseRuns() throws IOException {
        // Given
        var suite = new Suite(workplace).startingAs(ApplicationFlavour.NATIVE);
        new PidFile(workplace.pidFile("postgres")).remember(ProcessHandle.current());

        // When
        suite.startingAs(ApplicationFlavour.JVM);

        // Then
        assertThat(ApplicationFlavour.of(workplace)).isEqualTo(ApplicationFlavour.JVM);
    }

    @Test
    void isNotGuessedWhereItsMemoryIsBroken() throws IOException {
        // Given
        Files.writeString(data.resolve("flavour"), "wasm");

        // Then
        assertThatThrownBy(() -> ApplicationFlavour.of(workplace)).isInstanceOf(SuiteException.class);
    }
}
