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

final class FlavourTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Workplace workplace;

    @BeforeEach
    void aNewSuite() {
        workplace = Workplace.in(Path.of("..").toAbsolutePath().normalize(), data, 500);
    }

    @Test
    void isTheJvmUnlessSomebodySaysOtherwise() {
        assertThat(Flavour.of(workplace)).isEqualTo(Flavour.JVM);
    }

    @Test
    void isKnownToEveryLauncher() {
        // When
        new Suite(workplace).startingAs(Flavour.NATIVE);

        // Then
        assertThat(Flavour.of(Workplace.in(workplace.repository(), data, 500))).isEqualTo(Flavour.NATIVE);
    }

    @Test
    void changesBetweenTwoStarts() {
        // Given
        var suite = new Suite(workplace).startingAs(Flavour.NATIVE);

        // When
        suite.startingAs(Flavour.JVM);

        // Then
        assertThat(Flavour.of(workplace)).isEqualTo(Flavour.JVM);
    }

    @Test
    void staysWhileAnApplicationRuns() throws IOException {
        // Given
        var suite = new Suite(workplace).startingAs(Flavour.NATIVE);
        new PidFile(workplace.pidFile("intake")).remember(ProcessHandle.current());

        // Then
        assertThatThrownBy(() -> suite.startingAs(Flavour.JVM))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("\"native\"")
                .hasMessageContaining("./balagh down --port-offset 500");
        assertThatCode(() -> suite.startingAs(Flavour.NATIVE)).doesNotThrowAnyException();
        assertThat(Flavour.of(workplace)).isEqualTo(Flavour.NATIVE);
    }

    @Test
    void changesWhileOnlyTheDatabaseRuns() throws IOException {
        // Given
        var suite = new Suite(workplace).startingAs(Flavour.NATIVE);
        new PidFile(workplace.pidFile("postgres")).remember(ProcessHandle.current());

        // When
        suite.startingAs(Flavour.JVM);

        // Then
        assertThat(Flavour.of(workplace)).isEqualTo(Flavour.JVM);
    }

    @Test
    void isNotGuessedWhereItsMemoryIsBroken() throws IOException {
        // Given
        Files.writeString(data.resolve("flavour"), "wasm");

        // Then
        assertThatThrownBy(() -> Flavour.of(workplace)).isInstanceOf(SuiteFailure.class);
    }
}
